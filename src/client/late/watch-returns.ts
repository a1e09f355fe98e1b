import { rereadRun } from '~/stores/other-tabs';

/** Reads the run again when the page comes out of the browser's back/forward cache, or back into view: it may have missed other tabs. */
export function watchReturns(): void {
  addEventListener('pageshow', ({ persisted }) => persisted && rereadRun());
  document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && rereadRun());
}
