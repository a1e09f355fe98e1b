import { findFormer } from '~/core/page/former';
import { findLaterIds, isLater } from '~/core/revision/later-ids';
import { pastOf } from '~/core/revision/remember';
import { placeEntries } from '~/core/revision/place-entries';
import { knownIds, orderOf, type RevisionFile } from '~/core/revision/revision';
import { findGone } from '~/core/run/gone';
import { settleEntries } from '~/core/run/moving';
import { splitFuture } from '~/core/run/future';
import { addEntries, stateOf, type Run } from '~/core/run/run';
import { decodeSnapshot, readEnvelope } from '~/core/snapshot/decode';
import { readRoomLink } from '~/core/room/link';
import type { Head } from '~/core/snapshot/head';
import type { Refusal } from '~/core/snapshot/refusal';
import { fingerprint, snapshotPageOf } from '~/core/snapshot/snapshot-page';
import { nowMinute } from '~/stores/clock';
import type { Received, ReceivedRun } from '~/stores/received';
import { $view, rememberPast } from '~/stores/run';
import { fetchRevisions } from './fetch-revisions';
import { findPage } from './find-page';

/** The link of another page, where the site has that; else the refusal on this one. */
async function findElsewhere(head: Head, fragment: string, refusal: Refusal): Promise<Received> {
  const place = await findPage(head, fragment);
  // A revision of this very page that could not be fetched.
  if (place === 'unreachable' || place?.id === $view.get().structure.page.id) return { kind: 'unreachable' };
  return place === undefined ? { kind: 'refused', refusal } : { kind: 'elsewhere', ...place };
}

/** Places a run from outside on this page: what stands there under another id now counts for it [RW3], and what is gone is named. */
function placeRun(run: Run, file: RevisionFile | undefined): ReceivedRun {
  const { structure } = $view.get();
  const { items, fields } = placeEntries(run, snapshotPageOf(structure.page));
  const laterIds = findLaterIds(file, snapshotPageOf(structure.page));
  const places = [...[...items].filter(([id]) => findFormer(structure, id) === undefined), ...fields];
  const missing = places.filter(([, place]) => place === 'gone').map(([id]) => id);
  return {
    kind: 'run',
    ...splitFuture(addEntries(run, settleEntries(structure, run)), nowMinute()),
    gone: missing.filter((id) => !isLater(laterIds, id)),
    later: missing.filter((id) => isLater(laterIds, id)),
    unknown: places.filter(([, place]) => place === 'unknown').length,
    notes: [],
  };
}

/** Places a run that came as a file, which may be of an older page. */
export async function receiveFile(run: Run, notes: readonly string[]): Promise<ReceivedRun> {
  const { structure } = $view.get();
  const isOld = findGone(structure, stateOf(run)).length > 0;
  const file = isOld ? await fetchRevisions(run.page).catch(() => undefined) : undefined;
  if (file !== undefined) rememberPast(pastOf(file));
  return { ...placeRun(run, file), notes, isFile: true };
}

/** Reads a link's fragment, against this page or the revision of it that the link names. Changes nothing. */
export async function receiveLink(fragment: string | undefined): Promise<Received> {
  if (fragment === undefined) return { kind: 'lost' };
  const opened = readEnvelope(fragment);
  if (!opened.ok) {
    return readRoomLink(fragment).ok ? { kind: 'roomless' } : { kind: 'refused', refusal: opened.reason };
  }
  const { head } = opened.value;
  const page = snapshotPageOf($view.get().structure.page);
  const isOwn = head.mode === 'R' && head.fingerprint === fingerprint(page);
  const file = isOwn ? undefined : await fetchRevisions(page.id).catch(() => undefined);
  const order = head.mode === 'P' ? knownIds(page, file) : isOwn ? page : file && orderOf(file, head.fingerprint);
  if (order === undefined) return findElsewhere(head, fragment, { kind: 'revision' });
  const decoded = decodeSnapshot(opened.value, order);
  if (!decoded.ok) {
    const { reason } = decoded;
    return reason.kind === 'page' ? findElsewhere(head, fragment, reason) : { kind: 'refused', refusal: reason };
  }
  if (file !== undefined) rememberPast(pastOf(file));
  return placeRun(decoded.value, file);
}
