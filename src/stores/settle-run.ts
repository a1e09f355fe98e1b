import { settleEntries } from '~/core/run/moving';
import { addEntries } from '~/core/run/run';
import { $own, $view, mergeIn } from './run';
import { $looking } from './visitor';

/** Carries the run's entries over to items whose id has changed, without asking, since nothing else can be meant [RW3]. */
export function settleRun(): void {
  const run = $own.get();
  const entries = run ? settleEntries($view.get().structure, run) : [];
  if (run && entries.length > 0) mergeIn(addEntries(run, entries));
}

/**
 * Settles the run now and whenever it changes: who has an older page open, or a file of one, goes on to enter things under its names.
 * `soon` makes of a function one that does it when there is time.
 */
export function keepSettled(soon: (settle: () => void) => () => void): void {
  $view.subscribe(soon(() => $looking.get() === undefined && settleRun()));
}
