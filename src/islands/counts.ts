import type { Progress } from '~/core/run/progress';
import type { View } from '~/core/run/view';

/** A section's count as its reader sees it: "4/9", then "Done"; empty where nothing counts. */
export function countText({ done, total, open, failed, skipped }: Progress, words: { settled: string }): string {
  if (total + skipped === 0) return '';
  return open === 0 && failed === 0 ? words.settled : `${done}/${total}`;
}

/** Writes each section's count beside its heading and in the contents, and marks there where the run is. */
export function reflectCounts({ sections, structure, next }: View, words: { settled: string }): void {
  const path = structure.paths.get(next?.section ?? '') ?? [];
  for (const [anchor, progress] of sections) {
    const text = countText(progress, words);
    const settled = progress.open === 0 && progress.failed === 0;
    const heading = document.getElementById(anchor);
    if (heading) {
      heading.dataset.count = text;
      heading.toggleAttribute('data-settled', settled && text !== '');
    }
    const link = document.querySelector(`#contents [href="#${CSS.escape(anchor)}"]`);
    if (path.includes(anchor)) link?.setAttribute('aria-current', 'true');
    else link?.removeAttribute('aria-current');
    const count = link?.querySelector<HTMLElement>('small');
    if (count) {
      count.textContent = text;
      count.toggleAttribute('data-settled', settled && text !== '');
    }
  }
}
