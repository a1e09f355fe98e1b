import { knownIds, orderOf, placeEntries } from '~/core/revision/revision';
import { splitFuture } from '~/core/run/people';
import { decodeSnapshot, readEnvelope } from '~/core/snapshot/decode';
import { readRoomLink } from '~/core/room/link';
import { fingerprint, snapshotPageOf } from '~/core/snapshot/snapshot-page';
import { nowMinute } from '~/stores/clock';
import type { Received } from '~/stores/received';
import { $view } from '~/stores/run';
import { fetchRevisions } from './fetch-revisions';

/** Reads the link in the address, against this page or the revision of it that the link names. Changes nothing. */
export async function receiveLink(): Promise<Received> {
  if (!location.hash.startsWith('#run=')) return { kind: 'lost' };
  const opened = readEnvelope(location.hash);
  if (!opened.ok) {
    return readRoomLink(location.hash).ok ? { kind: 'roomless' } : { kind: 'refused', refusal: opened.reason };
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
  const { items, fields } = placeEntries(decoded.value, page);
  const places = [...items, ...fields];
  return {
    kind: 'run',
    ...splitFuture(decoded.value, nowMinute()),
    gone: places.filter(([, place]) => place === 'gone').map(([id]) => id),
    unknown: places.filter(([, place]) => place === 'unknown').length,
    notes: [],
  };
}
