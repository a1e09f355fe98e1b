import { isMark } from '~/core/page/page';
import { keys } from '~/core/run/entry';
import { stateOf } from '~/core/run/run';
import { shownRun } from '~/stores/pointer';
import { loadRun } from '~/stores/shelf';
import type { Words } from '~/words/en';
import { paintRow } from '~/client/sheet/paint-row';

/** Shows on a guide, beside each step that it is used in, the step's mark in the run that its runbook shows. */
export function paintUses(words: Pick<Words, 'stamp'>): void {
  for (const list of document.querySelectorAll<HTMLElement>('[data-uses]')) {
    const page = list.dataset.uses ?? '';
    const id = shownRun(page);
    const run = id === undefined ? undefined : loadRun(page, id);
    if (run === undefined) continue;
    const state = stateOf(run);
    for (const row of list.querySelectorAll<HTMLElement>('[data-step]')) {
      const entry = state.get(keys.mark(row.dataset.step ?? ''));
      if (entry !== undefined && isMark(entry.value)) {
        paintRow(row, { mark: entry.value, at: entry.at, start: run.start, by: entry.by, note: '' }, words.stamp);
      }
    }
  }
}
