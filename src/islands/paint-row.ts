/** What a row shows of its item: its mark, the stamp of it, and the note. `hint` stands in the stamp's place while it is open. */
export interface RowState {
  mark: string;
  at?: number;
  by?: string;
  note?: string;
  hint?: string;
}

/** The words that rows need, from the page's language. */
export interface RowWords {
  mark: Record<'done' | 'skipped' | 'failed', string>;
  stamp: Record<'done' | 'skipped' | 'failed', string>;
}

/**
 * Paints one row: its box, its stamp ("✓ 14:03 AB", local time) and its note.
 * It also runs inside the page's inline script, as its own source text: so it refers to nothing outside itself.
 */
export function paintRow(
  row: HTMLElement,
  { mark, at = 0, by = '', note = '', hint = '' }: RowState,
  words: RowWords,
): void {
  const line = row.firstElementChild;
  const box = line?.querySelector('input');
  if (!line || !box) return;
  row.dataset.mark = mark;
  box.checked = mark === 'done';
  box.indeterminate = mark === 'mixed';

  /** The element with that class, made after `before` when it is needed, or gone when its text is empty. */
  const write = (
    tag: string,
    name: string,
    text: string,
    found: Element | null | undefined,
    add: (made: Element) => void,
  ) => {
    if (text === '') return found?.remove();
    const element = found ?? document.createElement(tag);
    element.className = name;
    element.textContent = text;
    if (!found) add(element);
    return element;
  };

  const settled = mark === 'done' || mark === 'skipped' || mark === 'failed';
  const date = new Date(at * 60_000 - new Date(at * 60_000).getTimezoneOffset() * 60_000).toISOString();
  const [day, time] = [date.slice(0, 10), date.slice(11, 16)];
  const initials = by.length < 4 ? by : by.replace(/(\p{L})\p{L}*[\s.-]*/gu, '$1').slice(0, 3);
  const stamped = settled && at > 0;
  const text = stamped ? `${words.stamp[mark]} ${time} ${initials}`.trim() : hint;
  const stamp = write('span', 'stamp', text, line.querySelector('.stamp'), (made) => line.append(made));
  stamp?.setAttribute('title', stamped ? `${day} ${time} ${by}`.trim() : '');
  if (settled) box.setAttribute('aria-description', `${words.mark[mark]} ${stamped ? time : ''} ${by}`.trim());
  else box.removeAttribute('aria-description');

  const next = line.nextElementSibling;
  write('p', 'note', note, next?.className === 'note' ? next : null, (made) => line.after(made));
}
