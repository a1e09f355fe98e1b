import type { Field, Item } from '~/core/page/page';
import type { Entry } from '~/core/run/entry';
import { moveEntries, moveField } from '~/core/run/moving';
import { addEntries, type Run } from '~/core/run/run';
import { nowMinute } from '~/stores/clock';
import { takeIn } from '~/stores/acts';
import { $own } from '~/stores/run';
import { sayOutcome } from '~/client/acts/say-outcome';
import type { Words } from '~/words/en';

/** Keeps the reader's choice: enters what the given function makes of the run. */
export type Keep = (entriesOf: (run: Run) => readonly Entry[]) => void;

/** Enters the ticks that the reader chose to keep, and says so. */
export const makeKeep =
  ({ tray }: Words, refresh: () => void): Keep =>
  (entriesOf) => {
    const run = $own.get();
    if (run === undefined) return;
    void sayOutcome(takeIn(addEntries(run, entriesOf(run))), tray.kept);
    refresh();
  };

/** Moves the ticks of gone items to those they were reworded to; only ever at the reader's request. */
export const moveTicks =
  (moves: readonly [gone: string, to: Item][]) =>
  (run: Run): Entry[] =>
    moves.flatMap(([gone, to]) => moveEntries(run, gone, to.id, nowMinute()));

/** Moves the value of a gone field to the one that it was reworded to. */
export const moveFieldTo =
  (gone: string, { id }: Field) =>
  (run: Run): Entry[] =>
    moveField(run, gone, id, nowMinute());
