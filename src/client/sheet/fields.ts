import { fillField } from '~/stores/fields';

const valueOf = (input: HTMLInputElement): string =>
  input.type === 'checkbox' ? (input.checked ? '☑' : '') : input.value;

let acts: Promise<typeof import('~/client/acts/page-acts')> | undefined;

/** Keeps what was typed, chosen or ticked in a field, at once: the page may be left right after. Then says so. */
export function fill(field: HTMLElement, input: HTMLInputElement, showAgain: () => void): void {
  const { field: id = '' } = field.dataset;
  const value = valueOf(input);
  const outcome = fillField(id, value);
  if (outcome === 'unchanged') return;
  // A field that takes nothing shows what the run says of it.
  if (outcome !== 'ok') showAgain();
  // One import for all: what was filled in first is said first.
  acts ??= import('~/client/acts/page-acts');
  void acts.then(({ sayFilled }) => sayFilled(outcome, id, value));
}

/** A page that is left, or put away on a phone, keeps what is being typed: no `change` tells of it then. */
function keepTyped(): void {
  const input = document.activeElement;
  const field = input?.closest<HTMLElement>('[data-field]');
  if (field && input instanceof HTMLInputElement && !['checkbox', 'radio'].includes(input.type)) {
    fillField(field.dataset.field ?? '', input.value);
  }
}

/** Keeps what is being typed whenever the page is left. */
export function heedLeaving(): void {
  addEventListener('pagehide', keepTyped);
  document.addEventListener('visibilitychange', () => document.visibilityState === 'hidden' && keepTyped());
}
