import { readRoomLink } from '~/core/room/link';
import { receive } from '~/stores/received';
import { receiveLink } from './receive-link';
import { repairAddress } from './repair-address';

/** Opens the link in the page's address, once its "#" is what it was. */
export async function openLink(): Promise<void> {
  const repaired = repairAddress(location.pathname + location.search);
  if (repaired !== undefined) history.replaceState(null, '', repaired);
  if (import.meta.env.LIVE_BROKER !== undefined && readRoomLink(location.hash).ok) {
    const { offerRoom } = await import('~/client/live/offer-room');
    return offerRoom(repaired !== undefined);
  }
  receive(await receiveLink());
}
