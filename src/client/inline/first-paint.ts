import type { RunRecord } from '~/core/run/record';
import { paintRow } from '~/client/sheet/paint-row';
import { readSigns } from '~/client/sheet/page-words';
import { runKey, shownKey, waitingKey } from '~/stores/storage-keys';

/*
 * Stands below the text of a page that can be run, and sets saved ticks before the first frame, straight from storage. It takes the
 * record as it is kept, and shows its texts as text: whatever it cannot read it leaves to the sheet, which reads everything anew and
 * reports what is wrong.
 */

type KeptEntry = RunRecord['entries'][number];

/** The run that a page shows, its entries in the order in which they are kept; none where the record is under another run's name. */
function readKept(page: string): Pick<RunRecord, 'entries' | 'start'> | undefined {
  const id = localStorage.getItem(shownKey(page)) ?? '';
  const record: RunRecord = JSON.parse(localStorage.getItem(runKey(page, id)) ?? '{}');
  return record.page === page && record.id === id ? record : undefined;
}

function paintKept(root: HTMLElement): void {
  const { page = '', words = '' } = root.dataset;
  const state = new Map<string, KeptEntry>();
  const kept = readKept(page);
  for (const entry of kept?.entries ?? []) state.set(entry[0], entry);
  if (kept === undefined || state.size === 0) return;
  document.documentElement.dataset.run = '';
  const signs = readSigns(words);
  for (const row of root.querySelectorAll<HTMLElement>('[data-item]:not([data-group])')) {
    const [, mark = row.dataset.initial ?? 'todo', at = 0, , by = ''] = state.get(`mark/${row.id}`) ?? [];
    const note = state.get(`note/${row.id}`)?.[1] ?? '';
    if (at || note) paintRow(row, { mark, at, start: kept.start, by, note }, signs);
  }
}

try {
  const root = document.querySelector<HTMLElement>('[data-page]');
  // A shared run that waits for a choice is shown in place of the reader's own.
  const isShared = /^#+run(=|%)/i.test(location.hash) || sessionStorage.getItem(waitingKey()) !== null;
  if (root && !isShared) paintKept(root);
} catch {
  // The sheet reports the fault, and keeps the texts that cannot be read.
}
