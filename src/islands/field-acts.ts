import { answerHold, fillField } from '~/stores/acts';
import { prefer } from '~/stores/preferences';
import { announce } from '~/stores/status';
import { loadWords } from '~/words/load';
import { say } from '~/words/say';
import { clockOf } from './clock-text';

/** Keeps what was typed, chosen or ticked in a field. */
export const fill = (field: HTMLElement, input: HTMLInputElement): void =>
  fillField(field.dataset.field ?? '', input.type === 'checkbox' ? (input.checked ? '☑' : '') : input.value);

/** Fills the field that a "Now" or "Sign" button stands beside. */
export function fillBeside(button: HTMLElement): void {
  const now = clockOf(Date.now() / 60_000);
  fillField(button.dataset.for ?? '', button.matches('.sign') ? `${prefer('name')} ${now}`.trim() : now);
}

/** Answers a hold for the role that the button stands beside, and says so. */
export async function answer(button: HTMLElement): Promise<void> {
  const after = button.closest<HTMLElement>('[data-hold]')?.dataset.hold ?? '';
  const role = button.closest<HTMLElement>('[data-role]')?.dataset.role ?? '';
  const given = answerHold(after, role, button.dataset.answer === 'go' ? 'go' : 'no-go');
  const words = await loadWords();
  announce(say(words.said.held, { role, answer: given === '' ? words.said.noAnswer : words.hold[given] }));
}
