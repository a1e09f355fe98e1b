import { readRoomLink } from '~/core/room/link';
import { keptRoom } from '~/stores/room';
import { $view } from '~/stores/run';

/** Whether the address asks for the big screen. */
const isWatched = (): boolean => new URLSearchParams(location.search).has('watch');

/** Goes on where this tab was before a reload: in its room, on the big screen. */
export function startLive(): void {
  const kept = readRoomLink(keptRoom($view.get().structure.page.id));
  if (kept.ok) void import('./live-room').then(({ joinRoom }) => joinRoom(kept.value));
  if (isWatched()) void import('./big-screen').then(({ showBigScreen }) => showBigScreen());
}
