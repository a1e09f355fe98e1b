import type { Mark } from '~/core/checklist/page';
import { $looking, $view, markItem } from '~/stores/run';

/** Marks an item and says so, or says that a choice comes first while a shared run is looked at. */
export function markAndSay(id: string, mark: Mark, reason?: string): void {
  const before = $view.get();
  const refused = $looking.get() !== undefined;
  markItem(id, mark, reason);
  void import('./announcements').then(({ sayMarked, sayRefused }) =>
    refused ? sayRefused() : sayMarked(id, mark, before, $view.get()),
  );
}
