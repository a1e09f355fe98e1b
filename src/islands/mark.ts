import type { Mark } from '~/core/checklist/page';
import { $looking, $view, markItem } from '~/stores/run';

/** What was said last: each sentence waits for the one before, for the first has to load what the next find there. */
let said: Promise<void> = Promise.resolve();

/** Marks an item and says so, or says that a choice comes first while a shared run is looked at. */
export function markAndSay(id: string, mark: Mark, reason?: string): void {
  const before = $view.get();
  const refused = $looking.get() !== undefined;
  markItem(id, mark, reason);
  const after = $view.get();
  said = said
    .then(() => import('./announcements'))
    .then(({ sayMarked, sayRefused }) => (refused ? sayRefused() : sayMarked(id, mark, before, after)))
    .catch(() => undefined);
}
