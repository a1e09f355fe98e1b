import { isMark } from '~/core/page/page';
import { keys } from '~/core/run/entry';
import { stateOf } from '~/core/run/run';
import { shownRun } from '~/stores/pointer';
import { loadRun } from '~/stores/shelf';
import type { Words } from '~/words/en';
import { followStorage } from '~/client/acts/follow-storage';
import { paintRow } from '~/client/sheet/paint-row';

/** A step that nobody has marked. */
const nobody = { value: 'todo', at: 0, by: '' };

/** Shows on a guide, beside each step that it is used in, the step's mark in the run that its runbook shows. */
function paintUses(words: Pick<Words, 'stamp'>): void {
  for (const list of document.querySelectorAll<HTMLElement>('[data-uses]')) {
    const page = list.dataset.uses ?? '';
    const id = shownRun(page);
    const run = id === undefined ? undefined : loadRun(page, id);
    const state = run && stateOf(run);
    for (const row of list.querySelectorAll<HTMLElement>('[data-step]')) {
      const entry = state?.get(keys.mark(row.dataset.step ?? ''));
      const { value, at, by } = entry && isMark(entry.value) ? entry : nobody;
      paintRow(row, { mark: value, at, start: run?.start ?? 0, by, note: '' }, words.stamp);
    }
  }
}

/** Keeps these marks true: other tabs go on, and the browser's Back brings the guide as it was left. */
export function followUses(words: Pick<Words, 'stamp'>): void {
  const paint = () => paintUses(words);
  paint();
  followStorage(paint);
}
