import type { Structure } from '~/core/page/structure';
import type { Run } from '~/core/run/run';
import { encodeSnapshot } from '~/core/snapshot/encode';
import { snapshotPageOf } from '~/core/snapshot/snapshot-page';

/** Tells whether a run of the shown page can be shared by link, with names and notes. */
export const fitsLink = (run: Run, structure: Structure): boolean =>
  encodeSnapshot(run, snapshotPageOf(structure.page), { mode: document.querySelector('[data-recorded]') ? 'R' : 'P' })
    .ok;
