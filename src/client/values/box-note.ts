import type { Value } from '~/core/page/page';
import { fitsPattern } from '~/core/values/pattern';
import type { SaidValues } from './said-values';

const list = (values: readonly Value[]): string => values.map(({ label }) => label).join(', ');

function make(tag: string, text: string, className = ''): HTMLElement {
  const made = document.createElement(tag);
  if (className !== '') made.className = className;
  made.textContent = text;
  return made;
}

/**
 * Says beneath the box which values stay out of commands because they do not fit, and which came from elsewhere, with a button by which
 * the reader says that they were looked at. The words stand in the box, because the first frame needs them.
 */
export function writeNote(box: HTMLElement, { values, saidOf, isLooked }: SaidValues): void {
  const [unfitWords = '', claimedWords = '', looked = ''] = (box.dataset.words ?? '').split('|');
  const filled = values.filter(({ name }) => saidOf(name) !== '');
  const unfit = filled.filter(({ name, pattern }) => !fitsPattern(saidOf(name), pattern));
  const claimed = filled.filter(({ name }) => !isLooked(name, saidOf(name)));
  const line = (words: string, named: readonly Value[]) =>
    named.length > 0
      ? [
          make(
            'p',
            words.replace('{values}', () => list(named)),
          ),
        ]
      : [];
  const parts = [...line(unfitWords, unfit), ...line(claimedWords, claimed)];
  if (claimed.length > 0) parts.push(make('button', looked, 'button'));
  box.querySelector('.values-note')?.remove();
  if (parts.length === 0) return;
  const note = make('div', '', 'values-note');
  note.append(...parts);
  box.append(note);
}
