import type { Structure } from '~/core/page/structure';
import { keepCounts } from '~/core/run/keep-counts';
import type { Progress } from '~/core/run/progress';
import { describeCount, isSettled, membersOf, type SettledWords } from '~/core/run/section-progress';
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

/** Writes a count at its place, unless it stands there. */
function write(place: Place, text: string, isThrough: boolean): void {
  if (text === place.text) return;
  for (const count of place.counts) {
    count.dataset.count = text;
    count.toggleAttribute('data-settled', isThrough);
  }
  place.text = text;
}

/** Writes each section's count beside its heading and in the contents, and marks there where the run is. */
export function makeCountReflector(structure: Structure, words: SettledWords): (view: View) => void {
  const places = findPlaces(structure);
  const count = keepCounts(places.map(({ anchor }) => membersOf(structure).get(anchor) ?? []));
  let shown: readonly Progress[] = [];
  let here: readonly string[] = [];
  return (view) => {
    const path = structure.paths.get(leafAtNext(structure, view.next)?.section ?? '') ?? [];
    const now = count(view);
    for (const [i, place] of places.entries()) {
      const progress = now[i];
      if (progress && progress !== shown[i]) {
        write(place, describeCount(progress, words), isSettled(progress));
      }
      const isHere = path.includes(place.anchor);
      if (isHere === here.includes(place.anchor)) continue;
      if (isHere) place.link?.setAttribute('aria-current', 'true');
      else if (place.link?.ariaCurrent === 'true') place.link.removeAttribute('aria-current');
    }
    [shown, here] = [now, path];
  };
}
