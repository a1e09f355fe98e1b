import { titleOf } from '~/core/page/title-of';
import { keys } from '~/core/run/entry';
import { valueOf } from '~/core/run/run';
import { answerHold, turnOff } from '~/stores/acts';
import { fillField } from '~/stores/fields';
import type { Outcome } from '~/stores/permit';
import { $view } from '~/stores/run';
import { undo } from '~/stores/undo';
import { announce } from './announce';
import { nameFirst } from './ask-name';
import { loadWords } from '~/words/load';
import { say } from '~/words/say';
import { clockOf, stampOf } from '~/client/text/clock-text';
import { doneText } from '~/words/progress-text';
import { toggleFilter } from './filter';
import { changeRole, toggleMine } from './mine';
import { openEnd, openRowMenu, openRunMenu, openShare } from '~/client/desk/registry';
import { markWithReason } from './row-acts';
import { askForAct, sayOutcome } from './say-outcome';

/** Announces the outcome of filling in a field. */
export async function sayFilled(outcome: Outcome, id: string, value: string): Promise<void> {
  const { field: words } = await loadWords();
  const label = $view.get().structure.page.fields.find((field) => field.id === id)?.label ?? '';
  const sentence = say(value === '' ? words.emptied : words.filled, { label, value });
  await sayOutcome(outcome, sentence, { again: () => void fillAndSay(id, value), isShown: true });
}

const fillAndSay = (id: string, value: string): Promise<void> => sayFilled(fillField(id, value), id, value);

/** Undoes the last act and announces it. */
export async function undoAndSay(): Promise<void> {
  const { said, bar } = await loadWords();
  const outcome = undo();
  const sentence = say(said.undone, { progress: doneText($view.get().counted, bar) });
  await sayOutcome(outcome, sentence, { unchanged: said.changedSince });
}

/** The same answer again takes it back: what stood when it was pressed decides, whoever answers while the reader is asked for a name. */
async function answer(button: HTMLElement, given: 'go' | 'no-go'): Promise<void> {
  const after = button.closest<HTMLElement>('[data-hold]')?.dataset.hold ?? '';
  const role = button.closest<HTMLElement>('[data-role]')?.dataset.role ?? '';
  const takesBack = valueOf($view.get().state, keys.hold(after, role)) === given;
  const words = await loadWords();
  if (!(await askForAct(nameFirst))) return;
  const outcome = answerHold(after, role, takesBack ? '' : given);
  const said = takesBack ? words.said.noAnswer : words.hold[given];
  await sayOutcome(outcome, say(words.said.held, { role, answer: said }), {
    again: () => void answer(button, given),
    isShown: true,
  });
}

const now = () => clockOf(Date.now() / 60_000);

/**
 * Signs a field with name and time, and the day where it is not the run's first; a reader who has given no name yet is asked for one. What
 * somebody else has signed meanwhile stays.
 */
async function sign({ dataset }: HTMLElement): Promise<void> {
  const id = dataset.for ?? '';
  const signed = () => valueOf($view.get().state, keys.field(id));
  const before = signed();
  const words = await loadWords();
  const name = await askForAct(nameFirst);
  if (!name) return;
  if (signed() !== before) return announce(words.said.signedSince);
  const minute = Date.now() / 60_000;
  const { run } = $view.get();
  await fillAndSay(id, `${name} ${stampOf(minute, run?.start ?? minute)}`);
}

/** Accepts a time that the run proposes. Its button goes away, so the focus moves to the field. */
async function propose({ dataset, parentElement }: HTMLElement): Promise<void> {
  await fillAndSay(dataset.for ?? '', dataset.value ?? '');
  parentElement?.querySelector<HTMLElement>('[data-field]')?.focus();
}

/** Turns a contingency off. Its button goes away, so the focus returns to the control that turned it on. */
async function turnOffAndSay({ dataset }: HTMLElement): Promise<void> {
  const { said } = await loadWords();
  const section = dataset.for ?? '';
  const { structure, alarms } = $view.get();
  const trigger = alarms.find((alarm) => alarm.section === section)?.trigger.id ?? '';
  const outcome = turnOff(section);
  document.getElementById(trigger)?.querySelector('input')?.focus({ preventScroll: true });
  const title = titleOf(structure, section);
  await sayOutcome(outcome, say(said.alarmOff, { section: title }));
}

/** The act of each of the page's own buttons, by its `data-act`. */
const acts: Record<string, (button: HTMLElement) => void | Promise<void>> = {
  menu: openRunMenu,
  share: openShare,
  more: openRowMenu,
  undo: undoAndSay,
  end: openEnd,
  filter: toggleFilter,
  'show-all': toggleFilter,
  mine: toggleMine,
  everybody: toggleMine,
  role: changeRole,
  skip: (button) => markWithReason(button.closest('[data-item]')?.id ?? '', 'skipped'),
  go: (button) => answer(button, 'go'),
  'no-go': (button) => answer(button, 'no-go'),
  now: ({ dataset }) => fillAndSay(dataset.for ?? '', now()),
  sign,
  propose,
  'turn-off': turnOffAndSay,
};

/** Runs the act of one of the page's buttons. */
export const act = (button: HTMLElement): void => void acts[button.dataset.act ?? '']?.(button);
