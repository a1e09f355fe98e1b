import type { Progress } from '~/core/run/progress';
import type { View } from '~/core/run/view';

/** A section's count as its reader sees it: "4/9", then "Done"; empty where nothing counts. */
export function countText({ done, total, open, failed, skipped }: Progress, words: { settled: string }): string {
  if (total + skipped === 0) return '';
  return open === 0 && failed === 0 ? words.settled : `${done}/${total}`;
}

/** Writes each section's count beside its heading and in the contents. */
export function reflectCounts({ sections }: View, words: { settled: string }): void {
  for (const [anchor, progress] of sections) {
    const text = countText(progress, words);
    const settled = progress.open === 0 && progress.failed === 0;
    const heading = document.getElementById(anchor);
    if (heading) {
      heading.dataset.count = text;
      heading.toggleAttribute('data-settled', settled && text !== '');
    }
    const count = document.querySelector<HTMLElement>(`#contents [href="#${CSS.escape(anchor)}"] small`);
    if (count) {
      count.textContent = text;
      count.toggleAttribute('data-settled', settled && text !== '');
    }
  }
}
