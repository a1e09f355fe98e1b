import type { Structure } from '~/core/page/structure';
import { orderEntries, type Run } from '~/core/run/run';
import { snapshotPageOf } from '~/core/snapshot/snapshot-page';
import { nameStrangers } from '~/core/snapshot/stranger';

/** Returns a run with names in place of the hashes that its page knows [SN9]. */
export const nameInRun = (run: Run, { page }: Structure): Run => ({
  ...run,
  entries: orderEntries(nameStrangers(run.entries, snapshotPageOf(page))),
});
