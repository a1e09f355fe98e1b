import { keys } from '~/core/run/entry';
import { parseRecord } from '~/core/run/record';
import { stateOf, valueOf } from '~/core/run/run';
import { paintRow } from '~/client/sheet/paint-row';
import { readSigns } from '~/client/sheet/page-words';
import { keyNames } from './key-names';

/*
 * Stands below the text of a page that can be run, and sets saved ticks before the first frame, straight from storage. It leaves
 * whatever it cannot read to the sheet, which reports it.
 */

/** The text of the run that a page shows, if there is one. */
function readKept(page: string): string | undefined {
  const id = localStorage.getItem(keyNames.shown(page));
  return id === null ? undefined : (localStorage.getItem(keyNames.run(page, id)) ?? undefined);
}

function paintKept(root: HTMLElement): void {
  const { page = '', words = '' } = root.dataset;
  const text = readKept(page);
  const read = text === undefined ? undefined : parseRecord(text);
  if (!read?.ok || read.value.entries.length === 0) return;
  document.documentElement.dataset.run = '';
  const signs = readSigns(words);
  const state = stateOf(read.value);
  for (const row of root.querySelectorAll<HTMLElement>('[data-item]:not([data-group])')) {
    const { value, at = 0, by = '' } = state.get(keys.mark(row.id)) ?? {};
    const note = valueOf(state, keys.note(row.id));
    if (at || note) paintRow(row, { mark: value ?? row.dataset.initial ?? 'todo', at, by, note }, signs);
  }
}

try {
  const root = document.querySelector<HTMLElement>('[data-page]');
  if (root && !location.hash.startsWith('#run=')) paintKept(root);
} catch {
  // The sheet says what is wrong, and keeps what cannot be read.
}
