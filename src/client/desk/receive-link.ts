import { findFormer } from '~/core/page/former';
import { pastOf } from '~/core/revision/remember';
import { knownIds, orderOf, placeEntries } from '~/core/revision/revision';
import { settleEntries } from '~/core/run/moving';
import { splitFuture } from '~/core/run/people';
import { addEntries } from '~/core/run/run';
import { decodeSnapshot, readEnvelope } from '~/core/snapshot/decode';
import { readRoomLink } from '~/core/room/link';
import { fingerprint, snapshotPageOf } from '~/core/snapshot/snapshot-page';
import { nowMinute } from '~/stores/clock';
import type { Received } from '~/stores/received';
import { $view, rememberPast } from '~/stores/run';
import { fetchRevisions } from './fetch-revisions';

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
  if (head.mode === 'R' && !isOwn && file === undefined) return { kind: 'unreachable' };
  const order = head.mode === 'P' ? knownIds(page, file) : isOwn ? page : file && orderOf(file, head.fingerprint);
  if (order === undefined) return { kind: 'refused', refusal: { kind: 'revision' } };
  const decoded = decodeSnapshot(opened.value, order);
  if (!decoded.ok) return { kind: 'refused', refusal: decoded.reason };
  if (file !== undefined) rememberPast(pastOf(file));
  const { structure } = $view.get();
  const run = addEntries(decoded.value, settleEntries(structure, decoded.value));
  const { items, fields } = placeEntries(decoded.value, page);
  const places = [...[...items].filter(([id]) => findFormer(structure, id) === undefined), ...fields];
  return {
    kind: 'run',
    ...splitFuture(run, nowMinute()),
    gone: places.filter(([, place]) => place === 'gone').map(([id]) => id),
    unknown: places.filter(([, place]) => place === 'unknown').length,
    notes: [],
  };
}
