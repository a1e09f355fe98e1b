import { answerHold, fillField, turnOff } from '~/stores/acts';
import { prefer } from '~/stores/preferences';
import { $looking, undo } from '~/stores/run';
import { announce } from './announce';
import { loadWords } from '~/words/load';
import { say } from '~/words/say';
import { clockOf } from './clock-text';
import { toggleFilter } from './filter';
import { openRowMenu, openRunMenu, openShare } from './open-panel';
import { markWithReason } from './row-acts';

/** Keeps what was typed, chosen or ticked in a field. */
export const fill = (field: HTMLElement, input: HTMLInputElement): void =>
  fillField(field.dataset.field ?? '', input.type === 'checkbox' ? (input.checked ? '☑' : '') : input.value);

/** A page that is left, or put away on a phone, keeps what is being typed: no `change` tells of it then. */
function keepTyped(): void {
  const input = document.activeElement;
  const field = input?.closest<HTMLElement>('[data-field]');
  if (field && input instanceof HTMLInputElement && !['checkbox', 'radio'].includes(input.type)) fill(field, input);
}
addEventListener('pagehide', keepTyped);
document.addEventListener('visibilitychange', () => document.visibilityState === 'hidden' && keepTyped());

/** Takes the last act back and says so. */
export async function undoAndSay(): Promise<void> {
  const { said } = await loadWords();
  if ($looking.get() !== undefined) return announce(said.chooseFirst);
  undo();
  announce(said.undone);
}

async function answer(button: HTMLElement, given: 'go' | 'no-go'): Promise<void> {
  const after = button.closest<HTMLElement>('[data-hold]')?.dataset.hold ?? '';
  const role = button.closest<HTMLElement>('[data-role]')?.dataset.role ?? '';
  const words = await loadWords();
  const holds = answerHold(after, role, given);
  announce(say(words.said.held, { role, answer: holds === '' ? words.said.noAnswer : words.hold[holds] }));
}

const now = () => clockOf(Date.now() / 60_000);

/** What each of the page's own buttons does, by its `data-act`. */
const acts: Record<string, (button: HTMLElement) => void | Promise<void>> = {
  menu: openRunMenu,
  share: openShare,
  more: openRowMenu,
  undo: undoAndSay,
  filter: toggleFilter,
  skip: (button) => markWithReason(button.closest('[data-item]')?.id ?? '', 'skipped'),
  go: (button) => answer(button, 'go'),
  'no-go': (button) => answer(button, 'no-go'),
  now: ({ dataset }) => fillField(dataset.for ?? '', now()),
  sign: ({ dataset }) => fillField(dataset.for ?? '', `${prefer('name')} ${now()}`.trim()),
  propose: ({ dataset }) => fillField(dataset.for ?? '', dataset.value ?? ''),
  'turn-off': ({ dataset }) => turnOff(dataset.for ?? ''),
};

/** Does what a button of the page stands for. */
export const act = (button: HTMLElement): void => void acts[button.dataset.act ?? '']?.(button);
