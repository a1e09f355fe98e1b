import { readFile } from 'node:fs/promises';
import { messageOf } from '~/build/message-of';
import { decodePage } from '~/core/page/page-file';
import type { Page } from '~/core/page/page';
import { decodeRevisionFile, type RevisionFile } from '~/core/revision/revision';
import { Exit } from './exit';

/** A page, the revisions that are known of it, and its own address where it came from one. */
export interface LoadedPage {
  page: Page;
  revisions: RevisionFile | undefined;
  address: string | undefined;
}

const isAddress = (source: string) => /^https?:\/\//.test(source);

async function read(source: string): Promise<unknown> {
  if (!isAddress(source)) return JSON.parse(await readFile(source, 'utf8'));
  const response = await fetch(source, { signal: AbortSignal.timeout(30_000) });
  if (!response.ok) throw new Error(`the answer was ${String(response.status)}`);
  return response.json();
}

/** The page's folder, with its slash: an address of the page itself, of its page.json, or the path of that file. */
const folderOf = (source: string): string => source.replace(/[?#].*$/s, '').replace(/(?:page\.json|index\.html)$/, '');

/** Loads page.json, and revisions.json beside it where there is one. Stops with 5 where the page cannot be loaded. */
export async function loadPage(source: string): Promise<LoadedPage> {
  const folder = isAddress(source) ? folderOf(source).replace(/\/*$/, '/') : folderOf(source);
  const file = isAddress(source) ? `${folder}page.json` : source;
  const found = await read(file).catch((error: unknown) => {
    throw new Exit(5, `The page ${file} cannot be read: ${messageOf(error)}.`);
  });
  const decoded = decodePage(found);
  if (!decoded.ok) throw new Exit(5, `${file} is no page of a site of this version.`);
  const page = decoded.value;
  const revisions = await read(`${folder}revisions.json`).catch(() => undefined);
  const known = decodeRevisionFile(revisions, page.id);
  return { page, revisions: known.ok ? known.value : undefined, address: isAddress(source) ? folder : undefined };
}
