import { stampOf } from '~/client/text/clock-text';
import { initialsOf } from '~/client/text/initials';

/** The state of an item as its row shows it: mark, time (`at`, minutes since 1970; 0 for nobody), author and note; `start`: of the run. */
export interface RowState {
  mark: string;
  at: number;
  start: number;
  by: string;
  note: string;
}

/** The sign of each mark that has one: "✓". */
export type Signs = Record<string, string>;

/**
 * Paints one row: its box, its stamp ("✓ 14:03 AB", local time; with the day where it is not the run's first, and the offset where the
 * clock was put back or forward since) and its note.
 */
export function paintRow(row: HTMLElement, { mark, at, start, by, note }: RowState, signs: Signs): void {
  const line = row.firstElementChild;
  const box = line?.querySelector('input');
  if (!line || !box) return;
  const write = (tag: string, name: string, text: string, found: Element | null, add: (made: Element) => void) => {
    if (text === '') return found?.remove();
    const element = found ?? document.createElement(tag);
    element.className = name;
    element.textContent = text;
    if (!found) add(element);
  };
  // An open row needs no mark, and to set the same again would cost the browser the style of the row.
  if ((row.dataset.mark ?? 'todo') !== mark) row.dataset.mark = mark;
  box.checked = mark === 'done';
  const stamp = signs[mark] && at ? `${signs[mark]} ${stampOf(at, start)} ${initialsOf(by)}` : '';
  write('span', 'stamp', stamp, line.querySelector('.stamp'), (made) => line.append(made));
  const next = line.nextElementSibling;
  write('p', 'note', note, next?.className === 'note' ? next : null, (made) => line.after(made));
}
