import { areTexts } from '~/core/are-texts';
import { isObject, isText } from '~/core/json';
import { hashPage } from '~/core/snapshot/snapshot-page';
import type { Head } from '~/core/snapshot/head';
import { writeFingerprint } from './revision';

/** A page of the site as links name it. `revisions`: the fingerprints of all its revisions, 8 hex digits each. */
export interface LinkPage {
  id: string;
  title: string;
  revisions: readonly string[];
}

/** Reads the list of pages from parsed JSON; what is no page in it is left out. */
export function decodeLinkPages(value: unknown): LinkPage[] {
  return (Array.isArray(value) ? value : []).flatMap((page: unknown): LinkPage[] => {
    if (!isObject(page)) return [];
    const { id, title, revisions } = page;
    return isText(id) && isText(title) && areTexts(revisions) ? [{ id, title, revisions }] : [];
  });
}

/** The page that a link is of: the one that its revision is of or, in a portable link, the one whose hash it holds [RV6]. */
export const findLinkPage = (head: Head, pages: readonly LinkPage[]): LinkPage | undefined =>
  pages.find(({ id, revisions }) =>
    head.mode === 'R' ? revisions.includes(writeFingerprint(head.fingerprint)) : hashPage(id) === head.page,
  );
