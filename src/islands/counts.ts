import { describeCount } from '~/core/run/progress';
import type { Structure } from '~/core/checklist/structure';
import type { View } from '~/core/run/view';

/** Finds each section's heading and its link in the contents, once. */
function findPlaces(structure: Structure): [anchor: string, heading: HTMLElement | null, link: HTMLElement | null][] {
  const links = new Map(
    [...document.querySelectorAll<HTMLElement>('#ui\\:contents a')].map((link) => [link.getAttribute('href'), link]),
  );
  return structure.page.sections.map(({ anchor }) => [
    anchor,
    document.getElementById(anchor),
    links.get(`#${anchor}`) ?? null,
  ]);
}

function write(element: HTMLElement | null | undefined, text: string, settled: boolean): void {
  if (!element || element.dataset.count === text) return;
  element.dataset.count = text;
  element.toggleAttribute('data-settled', settled && text !== '');
}

/** Writes each section's count beside its heading and in the contents, and marks there where the run is. */
export function makeCountReflector(structure: Structure, words: { settled: string }): (view: View) => void {
  const places = findPlaces(structure);
  return ({ sections, next }) => {
    const path = structure.paths.get(next?.section ?? '') ?? [];
    for (const [anchor, heading, link] of places) {
      const progress = sections.get(anchor);
      if (progress === undefined) continue;
      const settled = progress.open === 0 && progress.failed === 0;
      write(heading, describeCount(progress, words.settled), settled);
      write(link?.querySelector('small'), describeCount(progress, words.settled), settled);
      if (path.includes(anchor)) link?.setAttribute('aria-current', 'true');
      else link?.removeAttribute('aria-current');
    }
  };
}
