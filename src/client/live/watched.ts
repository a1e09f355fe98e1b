import { isIn, type Trouble } from '~/core/room/room';
import type { View } from '~/core/run/view';
import type { ShownRoom } from '~/stores/room';

/**
 * The source of the run on the big screen: the room as it is now (`live`), the room as it was when the connection was lost (`old`), a room
 * that has sent nothing yet (`awaited`), this browser (`own`), or a link, whose run is as it was when the link was made (`shared`).
 */
export type Watched = 'live' | 'old' | 'awaited' | 'own' | 'shared';

/** Finds the source of the shown run. `isLooking`: a shared run is shown in place of the reader's own. */
export function judgeWatched({ run }: Pick<View, 'run'>, room: ShownRoom | undefined, isLooking: boolean): Watched {
  if (isLooking) return 'shared';
  if (room === undefined || run?.id !== room.run) return 'own';
  // An empty run would be shown as one that nobody has begun.
  if (!room.wasHeard && run.entries.length === 0) return 'awaited';
  return isIn(room) ? 'live' : 'old';
}

/** Finds the trouble that is told beneath the run: a lost connection is told by its time alone. */
export const findTold = ({ troubles, lostAt }: ShownRoom): Trouble | undefined =>
  troubles.find((trouble) => trouble !== 'unreachable' || lostAt === undefined);
