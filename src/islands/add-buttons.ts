import type { PageWords } from './page-words';

/** A button: its words, its name for screen readers, and what a click on it is known by. */
interface Made {
  text: string;
  label: string;
  class?: string;
  data?: Record<string, string>;
}

function makeButton({ text, label, class: name = '', data = {} }: Made): HTMLButtonElement {
  const button = document.createElement('button');
  Object.assign(button, { type: 'button', className: name, textContent: text, ariaLabel: label });
  Object.assign(button.dataset, data);
  return button;
}

/** Adds to the static page the buttons that only scripts can answer: the styles have kept their places free. */
export function addButtons(root: HTMLElement, words: PageWords): void {
  for (const row of root.querySelectorAll('.row')) {
    const label = `${words.more}: ${row.querySelector('.text')?.textContent.trim() ?? ''}`;
    const more = makeButton({ text: '⋯', label, class: 'more' });
    more.ariaHasPopup = 'menu';
    row.append(more);
  }
  for (const field of root.querySelectorAll<HTMLElement>('[data-kind=time], [data-kind=signature]')) {
    const name = field.dataset.kind === 'time' ? 'now' : 'sign';
    const label = `${words[name]}: ${field.ariaLabel ?? ''}`;
    field.after(makeButton({ text: words[name], label, class: name, data: { for: field.dataset.field ?? '' } }));
  }
  for (const line of root.querySelectorAll<HTMLElement>('[data-role]')) {
    for (const answer of ['go', 'no-go'] as const) {
      const label = `${words.hold[answer]}: ${line.dataset.role ?? ''}`;
      line.append(makeButton({ text: words.hold[answer], label, data: { answer } }));
    }
  }
}
