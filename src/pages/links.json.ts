import type { APIRoute } from 'astro';
import { fingerprint, snapshotPageOf } from '~/core/snapshot/snapshot-page';
import { writeFingerprint } from '~/core/revision/revision';
import type { LinkPage } from '~/core/revision/link-pages';
import { readRunPages } from '~/build/site/library';
import { readRevisions } from '~/build/site/revision-files';

/** Every page that runs are made of, as links name it: fetched for a link that was opened on another page. */
export const GET: APIRoute = () => {
  const pages = readRunPages().map((shown): LinkPage => {
    const recorded = readRevisions(shown.page).file.revisions.map((revision) => revision.fingerprint);
    const current = writeFingerprint(fingerprint(snapshotPageOf(shown.page)));
    return { id: shown.id, title: shown.title, revisions: [...new Set([...recorded, current])] };
  });
  return Response.json(pages);
};
