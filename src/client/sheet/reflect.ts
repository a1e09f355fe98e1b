import { keys } from '~/core/run/entry';
import type { ShownMark } from '~/core/run/marks';
import { valueOf } from '~/core/run/run';
import { changedItems, type View } from '~/core/run/view';
import { clockOf } from '~/client/text/clock-text';
import { showText } from './fields';
import type { RowWords } from './page-words';
import { paintRow } from './paint-row';

/** Spells out what the painted row abbreviates: to screen readers, and to a pointer that rests on the stamp. */
function describeRow(row: HTMLElement, mark: ShownMark, by: string, at: number, { mark: names }: RowWords): void {
  const box = row.querySelector('input');
  if (!box) return;
  box.indeterminate = mark === 'mixed';
  // The local day by arithmetic: a formatter's date takes longer than all the rest of a row, and a joiner of a room gets hundreds at once.
  const local = new Date((at - new Date(at * 60_000).getTimezoneOffset()) * 60_000);
  const when = at > 0 ? `${local.toISOString().slice(0, 10)} ${clockOf(at)} ${by}` : '';
  row.firstElementChild?.querySelector('.stamp')?.setAttribute('title', when);
  box.ariaDescription = mark === 'todo' || mark === 'mixed' ? '' : `${names[mark]} ${when}`;
}

/**
 * Reflects views on the static rows and fields of a page: a tick repaints one row of two thousand. A row
 * named as `touched` is painted even where its state is the same: the browser has just changed its box. `all`: every row is.
 */
export function makeReflector(root: HTMLElement, words: RowWords): (view: View, touched?: string) => void {
  const rows = new Map([...root.querySelectorAll<HTMLElement>('[data-item]')].map((row) => [row.id, row]));
  const fields = [...root.querySelectorAll<HTMLElement>('[data-field]')];
  let shown: View | undefined;

  const reflectRow = (row: HTMLElement, { marks, run, state, current }: View) => {
    const mark = marks.get(row.id) ?? 'todo';
    const { at = 0, by = '' } = (row.dataset.group === undefined && state.get(keys.mark(row.id))) || {};
    paintRow(row, { mark, at, start: run?.start ?? 0, by, note: valueOf(state, keys.note(row.id)) }, words.stamp);
    const note = row.querySelector(':scope > .note');
    if (note) void import('~/client/follow/link-addresses').then(({ linkAddresses }) => linkAddresses(note));
    describeRow(row, mark, by, at, words);
    const isCurrent = current?.id === row.id;
    if (isCurrent) {
      row.setAttribute('aria-current', 'step');
      row.firstElementChild?.setAttribute('data-hint', words.current);
    } else {
      row.removeAttribute('aria-current');
      row.firstElementChild?.removeAttribute('data-hint');
    }
  };

  const reflectField = (field: HTMLElement, value: string) => {
    const inputs = field instanceof HTMLInputElement ? [field] : [...field.querySelectorAll('input')];
    for (const input of inputs) {
      if (input.type === 'checkbox') input.checked = value !== '';
      else if (input.type === 'radio') input.checked = input.value === value;
      else showText(input, value);
    }
  };

  return (view, touched) => {
    const isKnown = shown?.structure === view.structure && touched !== 'all';
    const changed = shown && isKnown ? changedItems(shown, view) : rows.keys();
    shown = view;
    for (const id of touched === undefined || !isKnown ? changed : [...changed, touched]) {
      const row = rows.get(id);
      if (row) reflectRow(row, view);
    }
    for (const field of fields) {
      reflectField(field, view.state.get(keys.field(field.dataset.field ?? ''))?.value ?? '');
    }
  };
}
