import { fitsLink } from '~/client/desk/fits-link';
import type { Step } from '~/core/exchange/plan-import';
import type { Run } from '~/core/run/run';
import { loadPageModel } from '~/stores/page-models';

/** Tells whether a run is so small that it fits into a link whatever it says: most runs of a large archive need no closer look. */
const isSmall = ({ entries }: Run): boolean =>
  entries.length <= 64 &&
  entries.reduce((sum, { key, value, by }) => sum + key.length + value.length + by.length, 0) < 3000;

/** The steps after which a run could not be shared by a link any more, with names and notes, where its page is there to tell. */
export async function findUnfit(steps: readonly Step[]): Promise<ReadonlySet<string>> {
  const unfit = new Set<string>();
  for (const { kind, run } of steps) {
    if (kind === 'same' || isSmall(run)) continue;
    const model = await loadPageModel(run.page);
    if (model.kind === 'page' && !fitsLink(run, model.structure)) unfit.add(nameOf(run));
  }
  return unfit;
}

/** A run's name in the set of those that do not fit. */
export const nameOf = ({ page, id }: Pick<Run, 'page' | 'id'>): string => `${page} ${id}`;
