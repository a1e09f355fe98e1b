import { $own } from '~/stores/run';

/**
 * Asks the browser not to clear this site's storage by itself. Some browsers ask the reader then: so it is done only where a run is
 * kept that was begun at an earlier visit.
 */
export function askToPersist(): void {
  if ($own.get() === undefined || !('storage' in navigator) || !('persist' in navigator.storage)) return;
  void navigator.storage
    .persisted()
    .then((isKept) => isKept || navigator.storage.persist())
    .catch(() => undefined);
}
