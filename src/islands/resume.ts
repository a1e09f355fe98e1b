import type { View } from '~/core/run/view';
import { $own, $view } from '~/stores/run';
import { loadWords } from '~/words/load';
import { say } from '~/words/say';
import { clockOf } from './clock-text';
import { writePart } from './reflect-bar';

/** A reader who comes back after this long is told where the run was, in milliseconds. */
const pause = 10 * 60_000;

/** Where a run is in its numbered list: "Step 5 of 9, started 14:03". Nothing where it is in none. */
async function sayWhere(bar: HTMLElement, { run, next, structure, marks }: View): Promise<void> {
  const steps = structure.leaves.filter((item) => item.ordered && item.list === next?.list);
  if (run === undefined || !steps.some(({ id }) => marks.get(id) !== 'todo')) return;
  const { bar: words } = await loadWords();
  const n = steps.findIndex(({ id }) => id === next?.id) + 1;
  writePart(bar, 'since', ` · ${say(words.resume, { n, total: steps.length, time: clockOf(run.start) })}`);
}

/** Says in the run bar where the run was, after a reload and whenever the reader comes back after a pause. */
export function watchPauses(bar: HTMLElement): void {
  let last = Date.now();
  $own.listen(() => (last = Date.now()));
  void sayWhere(bar, $view.get());
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible' && Date.now() - last > pause) void sayWhere(bar, $view.get());
  });
}
