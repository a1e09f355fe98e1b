import { readRoomLink } from '~/core/room/link';
import type { Refusal } from '~/core/snapshot/refusal';
import { receive } from '~/stores/received';
import { receiveLink } from './receive-link';
import { repairAddress } from './repair-address';

/** Refusals of links that a newer version of the site may be able to read. */
const mayBeNewer = new Set<Refusal['kind']>(['version', 'revision']);

/** Opens the link in the page's address, once its "#" is what it was. */
export async function openLink(): Promise<void> {
  const repaired = repairAddress(location.pathname + location.search);
  if (repaired !== undefined) history.replaceState(null, '', repaired);
  if (import.meta.env.LIVE_BROKER !== undefined && readRoomLink(location.hash).ok) {
    const { offerRoom } = await import('~/client/live/offer-room');
    return offerRoom(repaired !== undefined);
  }
  const received = await receiveLink();
  receive(received);
  if (received.kind === 'refused' && mayBeNewer.has(received.refusal.kind)) {
    void import('~/client/late/offline').then(({ askForNewVersion }) => askForNewVersion());
  }
}
