import { answerHold, turnOff } from '~/stores/acts';
import { fillField } from '~/stores/fields';
import { prefer } from '~/stores/preferences';
import { $looking, $view, undo } from '~/stores/run';
import { announce } from './announce';
import { changeName } from './ask-name';
import { loadWords } from '~/words/load';
import { say } from '~/words/say';
import { clockOf } from '~/client/text/clock-text';
import { toggleFilter } from './filter';
import { openRowMenu, openRunMenu, openShare } from '~/client/desk/registry';
import { markWithReason } from './row-acts';

/** Says what a field holds now, or that a choice comes first while a shared run is looked at. */
export async function sayFilled(id: string, value: string): Promise<void> {
  const { field: words, said } = await loadWords();
  if ($looking.get() !== undefined) return announce(said.chooseFirst);
  const label = $view.get().structure.page.fields.find((field) => field.id === id)?.label ?? '';
  announce(say(value === '' ? words.emptied : words.filled, { label, value }));
}

async function fillAndSay(id: string, value: string): Promise<void> {
  if (fillField(id, value)) await sayFilled(id, value);
}

/** Takes the last act back and says so. */
export async function undoAndSay(): Promise<void> {
  const { said, bar } = await loadWords();
  if ($looking.get() !== undefined) return announce(said.chooseFirst);
  const before = $view.get();
  undo();
  if ($view.get() === before) return announce(said.changedSince);
  const { done, total } = $view.get().progress;
  announce(say(said.undone, { progress: say(bar.done, { done, total }) }));
}

async function answer(button: HTMLElement, given: 'go' | 'no-go'): Promise<void> {
  const after = button.closest<HTMLElement>('[data-hold]')?.dataset.hold ?? '';
  const role = button.closest<HTMLElement>('[data-role]')?.dataset.role ?? '';
  const words = await loadWords();
  if ($looking.get() !== undefined) return announce(words.said.chooseFirst);
  const holds = answerHold(after, role, given);
  announce(say(words.said.held, { role, answer: holds === '' ? words.said.noAnswer : words.hold[holds] }));
}

const now = () => clockOf(Date.now() / 60_000);

/** Signs a field with name and time; who has not said a name yet is asked for it. */
async function sign({ dataset }: HTMLElement): Promise<void> {
  if (prefer('name') === '') await changeName();
  if (prefer('name') !== '') await fillAndSay(dataset.for ?? '', `${prefer('name')} ${now()}`);
}

/** Accepts a time that the run proposes; the focus, whose button goes, moves to the field. */
async function propose({ dataset, parentElement }: HTMLElement): Promise<void> {
  await fillAndSay(dataset.for ?? '', dataset.value ?? '');
  parentElement?.querySelector<HTMLElement>('[data-field]')?.focus();
}

/** Turns a contingency off; the focus, whose button goes, returns to what turned it on. */
async function turnOffAndSay({ dataset }: HTMLElement): Promise<void> {
  const { said } = await loadWords();
  if ($looking.get() !== undefined) return announce(said.chooseFirst);
  const section = dataset.for ?? '';
  const { structure, alarms } = $view.get();
  const trigger = alarms.find((alarm) => alarm.section === section)?.trigger.id ?? '';
  turnOff(section);
  document.getElementById(trigger)?.querySelector('input')?.focus({ preventScroll: true });
  const title = structure.page.sections.find(({ anchor }) => anchor === section)?.title ?? '';
  announce(say(said.alarmOff, { section: title }));
}

/** What each of the page's own buttons does, by its `data-act`. */
const acts: Record<string, (button: HTMLElement) => void | Promise<void>> = {
  menu: openRunMenu,
  share: openShare,
  more: openRowMenu,
  undo: undoAndSay,
  filter: toggleFilter,
  'show-all': toggleFilter,
  skip: (button) => markWithReason(button.closest('[data-item]')?.id ?? '', 'skipped'),
  go: (button) => answer(button, 'go'),
  'no-go': (button) => answer(button, 'no-go'),
  now: ({ dataset }) => fillAndSay(dataset.for ?? '', now()),
  sign,
  propose,
  'turn-off': turnOffAndSay,
};

/** Does what a button of the page stands for. */
export const act = (button: HTMLElement): void => void acts[button.dataset.act ?? '']?.(button);
