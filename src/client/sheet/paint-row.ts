/** What a row shows of its item: its mark, when and by whom (`at` in minutes since 1970; 0 for nobody), and the note; `start`: of its run. */
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
 * It also runs inside the page's inline script, as its own source text: so it refers to nothing outside itself.
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
  row.dataset.mark = mark;
  box.checked = mark === 'done';
  const initials = by.length < 4 ? by : by.replace(/(\p{L})\p{L}*[\s.-]*/gu, '$1').slice(0, 3);
  const [time, first] = [new Date(at * 60_000), new Date(start * 60_000)];
  const day =
    time.toDateString() === first.toDateString()
      ? ''
      : `${time.toLocaleDateString(document.documentElement.lang, { day: 'numeric', month: 'short' })}, `;
  const offset = -time.getTimezoneOffset() / 60;
  const zone = offset === -first.getTimezoneOffset() / 60 ? '' : ` UTC${offset < 0 ? '' : '+'}${offset}`;
  const stamp = signs[mark] && at ? `${signs[mark]} ${day}${time.toTimeString().slice(0, 5)}${zone} ${initials}` : '';
  write('span', 'stamp', stamp, line.querySelector('.stamp'), (made) => line.append(made));
  const next = line.nextElementSibling;
  write('p', 'note', note, next?.className === 'note' ? next : null, (made) => line.after(made));
}
