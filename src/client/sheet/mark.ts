import type { Mark } from '~/core/page/page';
import { $looking, $view, markItem } from '~/stores/run';

let announcements: Promise<typeof import('~/client/acts/announcements')> | undefined;

/** Marks an item and says so, or says that a choice comes first while a shared run is looked at. */
export function markAndSay(id: string, mark: Mark, reason?: string): void {
  const before = $view.get();
  const refused = $looking.get() !== undefined;
  markItem(id, mark, reason);
  const after = $view.get();
  announcements ??= import('~/client/acts/announcements');
  void announcements.then(({ sayMarked, sayRefused }) => (refused ? sayRefused() : sayMarked(id, mark, before, after)));
}
