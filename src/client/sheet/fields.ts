import { fillField } from '~/stores/fields';

const valueOf = (input: HTMLInputElement): string =>
  input.type === 'checkbox' ? (input.checked ? '☑' : '') : input.value;

/**
 * Shows a text of the run in its field, unless another one is being typed there. That the field has the focus is no reason to keep what
 * somebody else has replaced: leaving the page would enter it again. The default value of a field is the text that the run last gave it.
 */
export function showText(input: HTMLInputElement, value: string): void {
  const isTyped = ![value, input.defaultValue].includes(input.value);
  if (isTyped && input === document.activeElement) return;
  input.defaultValue = value;
  // A clock that is half filled in counts as empty, and would lose what is in it.
  if (input.value !== value) input.value = value;
}

let acts: Promise<typeof import('~/client/acts/page-acts')> | undefined;

/** Saves a field's new value at once, because the page may be left right after, and then announces it. */
export function fill(field: HTMLElement, input: HTMLInputElement, showAgain: () => void): void {
  const { field: id = '' } = field.dataset;
  const value = valueOf(input);
  const outcome = fillField(id, value);
  if (outcome === 'unchanged') return;
  // A field whose value was refused shows the run's value again.
  if (outcome !== 'ok') showAgain();
  // One import for all, so that announcements keep the order of the entries.
  acts ??= import('~/client/acts/page-acts');
  void acts.then(({ sayFilled }) => sayFilled(outcome, id, value));
}

/** Saves the text being typed when the page is left, or put away on a phone: no `change` event comes then. */
function keepTyped(): void {
  const input = document.activeElement;
  const field = input?.closest<HTMLElement>('[data-field]');
  if (!field || !(input instanceof HTMLInputElement) || ['checkbox', 'radio'].includes(input.type)) return;
  if (input.value !== input.defaultValue) fillField(field.dataset.field ?? '', input.value);
}

/** Saves the text being typed whenever the page is left. */
export function watchLeaving(): void {
  addEventListener('pagehide', keepTyped);
  document.addEventListener('visibilitychange', () => document.visibilityState === 'hidden' && keepTyped());
}
