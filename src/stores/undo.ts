import { compareEntries, signEntry, type Entry } from '~/core/run/entry';
import { $doneActs, isCurrent } from './done-acts';
import { enter, enteredHere } from './enter';
import { doIfPermitted, type Outcome } from './permit';
import { $own, $view } from './run';

/**
 * Tells whether a key still says what an act made it say, and by an entry of this tab: the same value of somebody else is theirs. Two people
 * may have ticked one item.
 */
function stands({ key, value }: Entry): boolean {
  const last = $view.get().state.get(key);
  if (last?.value !== value) return false;
  const isLast = (made: Entry) => compareEntries(made.by === last.by ? made : signEntry(made, last.by), last) === 0;
  return enteredHere.some((made) => made.key === key && isLast(made));
}

/** Undoes the last act: entries by new ones that restore the previous values [RN5]. */
export const undo = (): Outcome =>
  doIfPermitted(() => {
    const last = $doneActs.get().at(-1);
    if (!isCurrent(last, $own.get())) return 'unchanged';
    $doneActs.set($doneActs.get().slice(0, -1));
    const { undo: way } = last;
    if (typeof way === 'function') return way();
    const left = new Set(way.made.filter(stands).map(({ key }) => key));
    return enter(
      way.before.filter(({ key }) => left.has(key)),
      true,
    );
  });
