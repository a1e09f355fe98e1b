import { findFormer } from '~/core/page/former';
import { pastOf } from '~/core/revision/remember';
import { knownIds, orderOf, placeEntries } from '~/core/revision/revision';
import { settleEntries } from '~/core/run/moving';
import { splitFuture } from '~/core/run/people';
import { addEntries } from '~/core/run/run';
import { decodeSnapshot, readEnvelope } from '~/core/snapshot/decode';
import { readRoomLink } from '~/core/room/link';
import type { Head } from '~/core/snapshot/head';
import type { Refusal } from '~/core/snapshot/refusal';
import { fingerprint, snapshotPageOf } from '~/core/snapshot/snapshot-page';
import { nowMinute } from '~/stores/clock';
import type { Received } from '~/stores/received';
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
