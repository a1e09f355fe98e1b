import { parseRecord } from '~/core/run/record';
import { isUnderWay } from '~/core/run/under-way';
import { reservePlace } from '~/client/runs/reserve-place';
import { runPrefix } from '~/stores/storage-keys';

/** Reads the stored text of each run; none where storage is forbidden. */
function readTexts(): string[] {
  try {
    const ofRuns = Object.keys(localStorage).filter((key) => key.startsWith(runPrefix));
    return ofRuns.map((key) => localStorage.getItem(key) ?? '');
  } catch {
    return [];
  }
}

/**
 * Counts the runs under way, and keeps their place in a section of the home page, so that nothing moves when they are drawn.
 * Texts that cannot be read are left to the list of runs, which sets them aside and says so.
 */
export function reserveRuns(place: HTMLElement): void {
  const texts = readTexts();
  const count = texts.map(parseRecord).filter((read) => read.ok && isUnderWay(read.value.run)).length;
  reservePlace(place, texts.length, count);
}
