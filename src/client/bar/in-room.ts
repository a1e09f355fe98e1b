import { keptRoom } from '~/stores/kept-room';

/** Whether something of live rooms is wanted as soon as a page opens: this tab was in a room, or the address asks for the big screen. */
export const wantsLive = (page: string): boolean => keptRoom(page) !== undefined || /[?&]watch\b/.test(location.search);
