import { readRoomLink } from '~/core/room/link';
import type { Refusal } from '~/core/snapshot/refusal';
import { $received, receive } from '~/stores/received';
import { linkFragment } from '~/client/bar/link-in-address';
import { dropLink, isDecided } from './decided-link';
import { receiveLink } from './receive-link';
import { repairAddress } from './repair-address';

/** Refusals of links that a newer version of the site may be able to read. */
const mayBeNewer = new Set<Refusal['kind']>(['version', 'revision']);

/** The fragment whose run, or whose refusal, is shown. */
let shown: string | undefined;

/** Opens the link in the page's address, once its "#" is restored; or the one that waits for a choice since it was opened. */
export async function openLink(): Promise<void> {
  const repaired = repairAddress(location.pathname + location.search);
  if (repaired !== undefined) history.replaceState(null, '', repaired);
  const fragment = linkFragment();
  if (import.meta.env.LIVE_BROKER !== undefined && readRoomLink(fragment ?? '').ok) {
    const { offerRoom } = await import('~/client/live/offer-room');
    return offerRoom(repaired !== undefined);
  }
  // A jump to a step, or back to the link itself, leaves the shown run as it is.
  if ($received.get() !== undefined && fragment === shown) return;
  shown = fragment;
  const received = await receiveLink(fragment);
  // Another link was opened while this one was read.
  if (fragment !== shown) return;
  receive(received);
  scrollTo({ top: 0 });
  if (received.kind === 'refused' && mayBeNewer.has(received.refusal.kind)) {
    void import('~/client/late/offline').then(({ askForNewVersion }) => askForNewVersion());
  }
}

/** Opens the link to which the reader came back, or drops it where a choice was made about it. */
export const openAgain = async (): Promise<void> => (isDecided() ? dropLink() : openLink());

/** Follows a changed address that holds a link. */
export async function followAddress(): Promise<void> {
  if (linkFragment() !== undefined) await openAgain();
}
