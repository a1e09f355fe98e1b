import type { Progress } from '~/core/run/progress';
import type { View } from '~/core/run/view';

/** A section's count as its reader sees it: "4/9", then "Done"; empty where nothing counts. */
export function countText({ done, total, open, failed, skipped }: Progress, words: { settled: string }): string {
  if (total + skipped === 0) return '';
  return open === 0 && failed === 0 ? words.settled : `${done}/${total}`;
}

function write(element: HTMLElement | null | undefined, text: string, settled: boolean): void {
  if (!element || element.dataset.count === text) return;
  element.dataset.count = text;
  element.toggleAttribute('data-settled', settled && text !== '');
}

/** Writes each section's count beside its heading and in the contents, and marks there where the run is. */
export function reflectCounts({ sections, structure, next }: View, words: { settled: string }): void {
  const path = structure.paths.get(next?.section ?? '') ?? [];
  for (const [anchor, progress] of sections) {
    const settled = progress.open === 0 && progress.failed === 0;
    const link = document.querySelector(`#contents [href="#${CSS.escape(anchor)}"]`);
    for (const element of [document.getElementById(anchor), link?.querySelector<HTMLElement>('small')]) {
      write(element, countText(progress, words), settled);
    }
    if (path.includes(anchor)) link?.setAttribute('aria-current', 'true');
    else link?.removeAttribute('aria-current');
  }
}
