import { describeCount } from '~/core/run/progress';
import type { Structure } from '~/core/page/structure';
import { leafAtNext } from '~/core/run/leaf-at-next';
import type { View } from '~/core/run/view';

/** A place of a section's count: beside its heading, or in the contents, where the section has a link. */
interface Place {
  anchor: string;
  link: HTMLElement | null;
  counts: HTMLElement[];
  /** The count that is shown there. */
  text: string;
}

/** Finds the places of each section's count, once. */
function findPlaces(structure: Structure): Place[] {
  const links = new Map(
    [...document.querySelectorAll<HTMLElement>('#ui\\:contents a')].map((link) => [link.getAttribute('href'), link]),
  );
  return structure.page.sections.map(({ anchor }) => {
    const heading = document.getElementById(anchor);
    const link = links.get(`#${anchor}`) ?? null;
    const counts = [heading, link?.querySelector('small')].filter((place) => place instanceof HTMLElement);
    return { anchor, link, counts, text: heading?.dataset.count ?? '' };
  });
}

/** Writes each section's count beside its heading and in the contents, and marks there where the run is. */
export function makeCountReflector(structure: Structure, words: { settled: string }): (view: View) => void {
  const places = findPlaces(structure);
  let here: readonly string[] = [];
  return ({ sections, next }) => {
    const path = structure.paths.get(leafAtNext(structure, next)?.section ?? '') ?? [];
    for (const place of places) {
      const progress = sections.get(place.anchor);
      const text = progress ? describeCount(progress, words.settled) : place.text;
      if (text !== place.text) {
        for (const count of place.counts) {
          count.dataset.count = text;
          count.toggleAttribute('data-settled', text === words.settled);
        }
        place.text = text;
      }
      const isHere = path.includes(place.anchor);
      if (isHere === here.includes(place.anchor)) continue;
      if (isHere) place.link?.setAttribute('aria-current', 'true');
      else if (place.link?.ariaCurrent === 'true') place.link.removeAttribute('aria-current');
    }
    here = path;
  };
}
