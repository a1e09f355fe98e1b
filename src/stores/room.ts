import { atom, type ReadableAtom } from 'nanostores';
import type { Phase, Trouble } from '~/core/room/room';
import { mergeRuns, type Run } from '~/core/run/run';
import { chooseRun } from './acts';
import { nowMinute } from './clock';
import { $own, $view, mergeIn } from './run';
import { loadRun, saveRun } from './shelf';

/*
 * The state of this page's room for display, and the only way from a room into the runs of this browser: by merging.
 */

/** The displayed state of a room. `people`: names, this page's first; `pending`: entries that the room does not have yet. */
export interface ShownRoom {
  /** The text of the room's link, after `run=`. */
  link: string;
  run: string;
  phase: Phase;
  people: readonly string[];
  pending: number;
  /** The minute at which the connection was lost, while it is; undefined before the first one too. */
  lostAt: number | undefined;
  /** True once all that the room has was heard. */
  wasHeard: boolean;
  troubles: readonly Trouble[];
}

const $state = atom<ShownRoom | undefined>(undefined);

/** The room that this page is in; undefined if it is in none. */
export const $room: ReadableAtom<ShownRoom | undefined> = $state;

/** Shows the state of a room; `undefined` once the page is in none. */
export const showRoom = (room: ShownRoom | undefined): void => $state.set(room);

/** The run that a room is about, shown from now on: as it is kept here, or empty until the room fills it. */
export function openRoomRun(id: string): Run {
  const page = $view.get().structure.page.id;
  const run = loadRun(page, id) ?? saveRun({ id, page, start: nowMinute(), entries: [] });
  if ($own.get()?.id !== id) chooseRun(run);
  return run;
}

/** Merges entries from a room into its run, whether or not it is shown. A run that was deleted before they came stays so. */
export function takeFromRoom(run: Run): void {
  if ($own.get()?.id === run.id) return mergeIn(run);
  const kept = loadRun(run.page, run.id);
  if (kept !== undefined) saveRun(mergeRuns(kept, run));
}
