import { stepsBeside } from '~/core/run/current';
import { findEnd } from '~/core/run/ending';
import { currentNumber } from '~/core/run/step-number';
import type { View } from '~/core/run/view';
import { nowMinute } from '~/stores/clock';
import { enteredHere } from '~/stores/enter';
import { $view } from '~/stores/run';
import { $looking } from '~/stores/visitor';
import { loadWords } from '~/words/load';
import { say } from '~/words/say';
import { writePart } from '~/client/bar/reflect-bar';
import { endingText } from '~/client/text/tally';
import { whenOf } from '~/client/text/when-text';

/** A reader who comes back after this long is told where the run was, in milliseconds. */
const pause = 10 * 60_000;

/** Says which step of its numbered list a run is at, once one is settled: "Step 5 of 9, started 14:03"; nothing outside such a list. */
async function sayWhere(bar: HTMLElement, view: View): Promise<void> {
  const { run, structure, marks, current } = view;
  const number = currentNumber(view);
  // Nobody has come back to a run that came by link.
  if ($looking.get() !== undefined) return;
  if (run === undefined || current === undefined || number === undefined) return;
  if (stepsBeside(structure, current).every(({ id }) => marks.get(id) === 'todo')) return;
  const { bar: words } = await loadWords();
  const started = whenOf(run.start, nowMinute());
  writePart(bar, 'since', ` · ${say(words.resume, { ...number, time: started })}`);
}

/** Says in the run bar since when the run goes on, or that it has ended, and how. */
async function saySince(bar: HTMLElement, view: View): Promise<void> {
  const { run, state } = view;
  const words = await loadWords();
  const [end, now] = [findEnd(state), nowMinute()];
  const started = run && say(words.bar.started, { time: whenOf(run.start, now) });
  const since = end ? say(words.bar.ended, { when: whenOf(end.at, now), how: endingText(view, words.runs) }) : started;
  writePart(bar, 'since', since === undefined ? '' : ` · ${since}`);
}

/**
 * Says in the run bar where the run was: after a reload, after a pause in front of the page, and whenever the reader comes back
 * to it after one. The next act takes that away again.
 */
export function watchPauses(bar: HTMLElement): void {
  let last = Date.now();
  let timer: ReturnType<typeof setTimeout> | undefined;
  // The hours that the bar names may be another day's by now.
  const tell = async () => {
    await saySince(bar, $view.get());
    await sayWhere(bar, $view.get());
  };
  $view.listen((view) => {
    last = Date.now();
    clearTimeout(timer);
    timer = setTimeout(tell, pause);
    void saySince(bar, view);
  });
  timer = setTimeout(tell, pause);
  // A reader who has just begun the run here has not come back to it.
  void (enteredHere.length === 0 ? tell() : saySince(bar, $view.get()));
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible' && Date.now() - last > pause) void tell();
  });
}
