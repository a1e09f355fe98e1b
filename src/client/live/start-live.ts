import { readRoomLink } from '~/core/room/link';
import { keptRoom } from '~/stores/kept-room';
import { $view } from '~/stores/run';
import { showBigScreen } from './big-screen';
import { joinRoom } from './live-room';

/** Goes on where this tab was before a reload, in its room; shows the big screen where the address asks for it. */
export function startLive(): void {
  const kept = readRoomLink(keptRoom($view.get().structure.page.id));
  if (kept.ok) void joinRoom(kept.value);
  if (new URLSearchParams(location.search).has('watch')) void showBigScreen();
}
