import type { Structure } from '~/core/page/structure';
import type { Run } from '~/core/run/run';
import { encodeSnapshot } from '~/core/snapshot/encode';
import { snapshotPageOf } from '~/core/snapshot/snapshot-page';

/**
 * Tells whether a run can be shared by link, with names and notes. Its page knows whether links may name its revision; elsewhere that is
 * not known, and a run fits if it does in either way.
 */
export function fitsLink(run: Run, structure: Structure): boolean {
  const isRecorded = document.querySelector('[data-recorded]') !== null;
  const modes = isRecorded
    ? (['R'] as const)
    : document.querySelector('[data-page]')
      ? (['P'] as const)
      : (['R', 'P'] as const);
  return modes.some((mode) => encodeSnapshot(run, snapshotPageOf(structure.page), { mode }).ok);
}
