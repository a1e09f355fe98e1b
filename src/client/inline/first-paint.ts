import type { paintRow } from '~/client/sheet/paint-row';

/**
 * Sets saved ticks before the first frame, straight from storage. It runs inside the page's inline script as its own
 * source text, before any module is there: so it refers to nothing outside itself, trusts nothing that it reads, and
 * leaves whatever it cannot read to the island, which reports it. `prefix`: that of this site's keys in storage.
 */
export function firstPaint(paint: typeof paintRow, prefix: string, page: string): void {
  try {
    // A shared run waits for a choice: it is shown in place of the reader's own.
    if (/^#+run(=|%)/i.test(location.hash) || sessionStorage.getItem(`${prefix}waiting|${location.pathname}`)) return;
    const id = localStorage.getItem(`${prefix}shown|${page}`);
    const { entries, ...own } = JSON.parse(localStorage.getItem(`${prefix}run|${page}|${id}`) ?? '');
    // A record under a name that is not its own says nothing of this page.
    if (own.page !== page || own.id !== id) return;
    const [done = '', skipped = '', failed = ''] =
      document.querySelector<HTMLElement>('[data-words]')?.dataset.words?.split('|') ?? [];
    const state = new Map<string, [key: string, value: string, at: number, seq: number, by: string]>();
    for (const entry of entries) state.set(entry[0], entry);
    if (state.size > 0) document.documentElement.dataset.run = '';
    for (const row of document.querySelectorAll<HTMLElement>('[data-item]:not([data-group])')) {
      const [, mark = row.dataset.initial ?? 'todo', at = 0, , by = ''] = state.get(`mark/${row.id}`) ?? [];
      const note = state.get(`note/${row.id}`)?.[1] ?? '';
      if (at || note) paint(row, { mark, at, by, note }, { done, skipped, failed });
    }
  } catch {
    // The island says what is wrong, and keeps what cannot be read.
  }
}
