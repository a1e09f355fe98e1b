import type { Mark } from '~/core/page/page';
import { markItem } from '~/stores/enter';
import { $view } from '~/stores/run';

let announcements: Promise<typeof import('~/client/acts/announcements')> | undefined;

/** Marks an item and says what became of it. */
export function markAndSay(id: string, mark: Mark, reason?: string): void {
  const before = $view.get();
  const outcome = markItem(id, mark, reason);
  const after = $view.get();
  announcements ??= import('~/client/acts/announcements');
  void announcements.then(({ sayMarked }) =>
    sayMarked(outcome, { id, mark, again: () => markAndSay(id, mark, reason) }, before, after),
  );
}
