import type { Item } from '~/core/page/page';
import { isOpen } from '~/core/run/current';
import { findEnd } from '~/core/run/ending';
import { readSubject, type Subject } from '~/core/run/subject';
import type { View } from '~/core/run/view';
import { nowMinute } from '~/stores/clock';
import { enteredHere } from '~/stores/enter';
import { $view } from '~/stores/run';
import { loadWords } from '~/words/load';
import { say } from '~/words/say';
import { writePart } from '~/client/sheet/reflect-bar';
import { endingText } from '~/client/text/tally';
import { whenOf } from '~/client/text/when-text';

/** A reader who comes back after this long is told where the run was, in milliseconds. */
const pause = 10 * 60_000;

/** The item that was marked last: where the run was. */
function lastMarked({ run, structure }: View): Item | undefined {
  const isMark = (subject: Subject) => subject.kind === 'mark' && subject.mark !== 'todo';
  const last = run?.entries.map(readSubject).findLast(isMark);
  return last?.kind === 'mark' ? structure.items.get(last.item) : undefined;
}

/** The numbered list that the run was in, while a step of it is open; a contingency that is on comes first. */
function stepsUnderWay(view: View): readonly Item[] {
  const { structure, marks, next, alarms } = view;
  const stepsOf = (item: Item | undefined): readonly Item[] =>
    (item && structure.steps.find((list) => list.includes(item))) ?? [];
  const candidates = alarms.length > 0 ? [next] : [lastMarked(view), next];
  const lists = candidates.map(stepsOf).filter((steps) => steps.some((step) => isOpen(structure, marks, step)));
  return lists.find((steps) => steps.some(({ id }) => marks.get(id) !== 'todo')) ?? [];
}

/** Where a run is in its numbered list: "Step 5 of 9, started 14:03". Nothing where it is in none. */
async function sayWhere(bar: HTMLElement, view: View): Promise<void> {
  const { run, structure, marks, state } = view;
  const steps = stepsUnderWay(view);
  if (run === undefined || findEnd(state) || steps.length === 0) return;
  const { bar: words } = await loadWords();
  const n = steps.findIndex((step) => isOpen(structure, marks, step)) + 1;
  const started = whenOf(run.start, nowMinute());
  writePart(bar, 'since', ` · ${say(words.resume, { n, total: steps.length, time: started })}`);
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
  const tell = () => void sayWhere(bar, $view.get());
  $view.listen((view) => {
    last = Date.now();
    clearTimeout(timer);
    timer = setTimeout(tell, pause);
    void saySince(bar, view);
  });
  timer = setTimeout(tell, pause);
  // Who has just begun the run here has not come back to it.
  void saySince(bar, $view.get()).then(() => enteredHere.size === 0 && tell());
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible' && Date.now() - last > pause) tell();
  });
}
