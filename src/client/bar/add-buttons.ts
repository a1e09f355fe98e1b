import type { BarWords } from './bar-words';
import { textOf } from '~/client/sheet/text-of';
import { shownText } from './shown-text';

/** A button: what it does (page-acts.ts), its words, its name for screen readers, and the field that it fills. */
interface Made {
  act: string;
  text: string;
  label: string;
  for?: string;
}

function makeButton({ text, label, ...data }: Made): HTMLButtonElement {
  const button = document.createElement('button');
  Object.assign(button, { type: 'button', textContent: text, ariaLabel: label });
  Object.assign(button.dataset, data);
  return button;
}

/** Adds to the static page the buttons that only scripts can answer: the styles have kept their places free. */
export function addButtons(root: HTMLElement, words: BarWords): void {
  for (const row of root.querySelectorAll('.row')) {
    const text = shownText(row.querySelector('.text'));
    const how = row.querySelector('a.how');
    if (how) how.ariaLabel = `${textOf(how)}: ${text}`;
    const more = makeButton({ act: 'more', text: '⋯', label: `${words.more}: ${text}` });
    more.ariaHasPopup = 'menu';
    row.append(more);
    if (row.parentElement?.matches('[data-conditional]')) {
      more.before(makeButton({ act: 'skip', text: words.mark.skipped, label: `${words.mark.skipped}: ${text}` }));
    }
  }
  for (const field of root.querySelectorAll<HTMLElement>('[data-kind=time], [data-kind=signature]')) {
    const act = field.dataset.kind === 'time' ? 'now' : 'sign';
    const label = `${words[act]}: ${field.ariaLabel ?? ''}`;
    field.after(makeButton({ act, text: words[act], label, for: field.dataset.field ?? '' }));
  }
  for (const line of root.querySelectorAll<HTMLElement>('[data-role]')) {
    for (const act of ['go', 'no-go'] as const) {
      const button = makeButton({
        act,
        text: words.hold[act],
        label: `${words.hold[act]}: ${line.dataset.role ?? ''}`,
      });
      button.ariaPressed = 'false';
      line.append(button);
    }
  }
}
