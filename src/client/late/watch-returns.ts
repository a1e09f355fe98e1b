import { rereadRun } from '~/stores/acts';

/** Reads the run again when the page comes out of the browser's back/forward cache, in which it heard of no other tab. */
export function heedReturns(): void {
  addEventListener('pageshow', ({ persisted }) => persisted && rereadRun());
}
