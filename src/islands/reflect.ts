import { keys, type Entry } from '~/core/run/entry';
import type { ShownMark } from '~/core/run/marks';
import type { View } from '~/core/run/view';
import { clockOf } from './clock-text';
import type { PageWords } from './page-words';
import { paintRow } from './paint-row';

/** A row and what was last painted of it, compared by identity: a tick repaints one row of two thousand. */
interface Row {
  element: HTMLElement;
  id: string;
  mark?: ShownMark | undefined;
  entry?: Entry | undefined;
  note?: Entry | undefined;
  current?: boolean;
}

/** Says in full what the painted row shows in short: to screen readers, and to a pointer that rests on the stamp. */
function describeRow(row: HTMLElement, mark: ShownMark, by: string, at: number, { mark: names }: PageWords): void {
  const box = row.querySelector('input');
  if (!box) return;
  box.indeterminate = mark === 'mixed';
  const date = new Date(at * 60_000);
  const when = at > 0 ? `${date.toLocaleDateString('sv')} ${clockOf(at)} ${by}` : '';
  row.firstElementChild?.querySelector('.stamp')?.setAttribute('title', when);
  box.ariaDescription = mark === 'todo' || mark === 'mixed' ? '' : `${names[mark]} ${when}`;
}

/**
 * Reflects views on the static rows, fields, holds and contingencies of a page. A row named as `touched` is painted even
 * where its state is the same: the browser has just changed its box.
 */
export function makeReflector(root: HTMLElement, words: PageWords): (view: View, touched?: string) => void {
  const rows = [...root.querySelectorAll<HTMLElement>('[data-item]')].map((element): Row => ({
    element,
    id: element.id,
  }));
  const fields = [...root.querySelectorAll<HTMLElement>('[data-field]')];
  const contingencies = [...root.querySelectorAll<HTMLElement>('[data-contingency]')];

  const reflectRow = (row: Row, { marks, state, current: currents }: View) => {
    const { element, id } = row;
    const [mark, entry, note, current] = [
      marks.get(id),
      state.get(keys.mark(id)),
      state.get(keys.note(id)),
      currents.has(id),
    ];
    if (row.mark === mark && row.entry === entry && row.note === note && row.current === current) return;
    Object.assign(row, { mark, entry, note, current });
    const { at = 0, by = '' } = (element.dataset.group === undefined && entry) || {};
    paintRow(element, { mark: mark ?? 'todo', at, by, note: note?.value ?? '' }, words.stamp);
    describeRow(element, mark ?? 'todo', by, at, words);
    element.firstElementChild?.setAttribute('data-hint', current ? words.current : '');
    if (current) element.setAttribute('aria-current', 'step');
    else element.removeAttribute('aria-current');
  };

  const reflectField = (field: HTMLElement, value: string) => {
    const inputs = field instanceof HTMLInputElement ? [field] : [...field.querySelectorAll('input')];
    for (const input of inputs) {
      if (input.type === 'checkbox') input.checked = value !== '';
      else if (input.type === 'radio') input.checked = input.value === value;
      else if (input !== document.activeElement) input.value = value;
    }
  };

  return (view, touched) => {
    for (const row of rows) {
      if (row.id === touched) row.mark = undefined;
      reflectRow(row, view);
    }
    for (const field of fields) {
      reflectField(field, view.state.get(keys.field(field.dataset.field ?? ''))?.value ?? '');
    }
    for (const section of contingencies) {
      section.toggleAttribute(
        'data-on',
        view.alarms.some((alarm) => alarm.section === section.dataset.contingency),
      );
    }
  };
}
