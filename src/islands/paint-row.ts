/** What a row shows of its item: its mark, the stamp of it, and the note. */
export interface RowState {
  mark: string;
  at?: number;
  by?: string;
  note?: string;
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
export function paintRow(row: HTMLElement, { mark, at = 0, by = '', note = '' }: RowState, words: RowWords): void {
  const line = row.firstElementChild;
  const box = line?.querySelector('input');
  const stamp = line?.querySelector<HTMLElement>('.stamp');
  if (!line || !box || !stamp) return;
  row.dataset.mark = mark;
  box.checked = mark === 'done';
  box.indeterminate = mark === 'mixed';

  const settled = mark === 'done' || mark === 'skipped' || mark === 'failed';
  const date = new Date(at * 60_000 - new Date(at * 60_000).getTimezoneOffset() * 60_000).toISOString();
  const time = date.slice(11, 16);
  const initials = by.length < 4 ? by : by.replace(/(\p{L})\p{L}*[\s.-]*/gu, '$1').slice(0, 3);
  const shown = settled && at > 0;
  stamp.textContent = shown ? `${words.stamp[mark]} ${time} ${initials}`.trim() : '';
  stamp.title = shown ? `${date.slice(0, 10)} ${time} ${by}`.trim() : '';
  if (settled) box.setAttribute('aria-description', `${words.mark[mark]} ${shown ? time : ''} ${by}`.trim());
  else box.removeAttribute('aria-description');

  const paragraph = line.nextElementSibling?.matches('.note') ? line.nextElementSibling : null;
  if (note === '') paragraph?.remove();
  else {
    const shownNote = paragraph ?? document.createElement('p');
    shownNote.className = 'note';
    shownNote.textContent = note;
    if (!paragraph) line.after(shownNote);
  }
}
