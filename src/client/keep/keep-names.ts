import { addEntries, lacksEntries, type Run } from '~/core/run/run';
import { $own, $view, keepRun } from '~/stores/run';
import { $naming, nameKnown } from '~/stores/strangers';

/**
 * Keeps what a page has found out about strangers of its run [SN9]: what is kept under a name is there in the first frame, and wherever
 * the run is read without its page.
 */
export function keepNames(): void {
  const keep = (run: Run | undefined) => {
    if (run === undefined) return;
    const named = nameKnown(run, $view.get().structure, $naming.get());
    if (lacksEntries(run, named)) keepRun(addEntries(run, named.entries));
  };
  $naming.listen(() => keep($own.get()));
  $own.subscribe(keep);
}
