import type { Match } from './matches';
import { weighPage, weighSection } from './page-evidence';
import type { PagePlaces, Place } from './places';
import { headingsAbove } from './headings';
import { bestOf, sortMatches } from './sort-matches';
import type { Sought } from './sought';

/** A place that answers the question, and its score, up to about 1. */
export interface Ranked {
  page: PagePlaces;
  /** Pagefind's name of the page. */
  id: string;
  /** Its index among the places of the page. */
  index: number;
  score: number;
  /** For each part of the question, whether it stands in the place or above it. */
  covers: readonly boolean[];
  /** The share of the question that these parts make up, by weight, up to 1. */
  coverage: number;
}

/**
 * Weights of a word by its position: in the place's own text, in the heading above it, in the page's title, or in the text beneath it, which
 * tells what the whole page is about where it stands right beneath the title.
 */
const counts = { own: 1, heading: 0.6, title: 0.6, body: 0.34, introduction: 0.5, again: 0.07, beneath: 0.2 };

/**
 * From this many parts on, a question is a sentence: no place has all its words, and the page and the section that have
 * most of them count too.
 */
const sentence = { parts: 3, page: 0.3, section: 0.1 };

/** Weighs a place by its kind: a page counts more than a section, a section more than an item, and a guide's items least. */
function weighKind({ kind }: PagePlaces, { level }: Place): number {
  if (level === 0) return kind === 'runbook' ? 1 : 0.85;
  return level === 1 ? 1.12 : 1.06;
}

/** A heading that many pages have tells little about any of them: "What you need". */
const oftenHeading = { pages: 3, counts: 0.5 };

/** Returns the share of consecutive parts of the question that stand side by side, up to 1. */
function countSideBySide(found: readonly (readonly Match[])[]): number {
  if (found.length < 2) return 0;
  const pairs = found
    .slice(1)
    .filter((next, i) =>
      (found[i] ?? []).some(({ at, length }) =>
        next.some((other) => other.at >= at && other.at - at - length <= 1 && other.at !== at),
      ),
    );
  return pairs.length / (found.length - 1);
}

/** Ranks the places of one page. A place counts only if something was found in it or beneath it. */
function rankPage(id: string, page: PagePlaces, sought: readonly Sought[], often: ReadonlySet<string>): Ranked[] {
  const { places } = page;
  const above = headingsAbove(places);
  const sorted = sought.map(({ matches }) => sortMatches(places, matches.get(id) ?? []));
  const total = sought.reduce((sum, { weight }) => sum + weight, 0);
  const typed = sought.reduce((sum, { weight, isImplied = false }) => sum + (isImplied ? 0 : weight), 0);
  const isSentence = sought.length >= sentence.parts;
  const pageEvidence = isSentence ? sentence.page * weighPage(places, sought, sorted) : 0;
  const evidenceOf = (index: number, { level }: Place) =>
    pageEvidence + (isSentence && level > 0 ? sentence.section * weighSection(places, index, sought, sorted) : 0);
  const touched = new Set(sorted.flatMap(({ own, body }) => [...own.keys(), ...body.keys()]));
  const beneath = sorted.map(
    ({ own }) =>
      new Set([...own.keys()].flatMap((index) => (places[index]?.level === 0 ? (above[index] ?? []).slice(0, 1) : []))),
  );
  return [...touched].map((index): Ranked => {
    const place = places[index];
    if (place === undefined) throw new RangeError(`${page.page} has no place ${index}`);
    const ownCounts = counts.own * (place.level > 0 && often.has(place.own) ? oftenHeading.counts : 1);
    let [sum, covered, taken] = [0, 0, 0];
    const covers = sorted.map(({ own, body }, i) => {
      const weight = sought[i]?.weight ?? 0;
      const inBody = body.get(index);
      const again = Math.min(3, (inBody?.length ?? 1) - 1) * counts.again;
      const value = Math.max(
        bestOf(own.get(index)) * ownCounts,
        ...(above[index] ?? []).map((one) => bestOf(own.get(one)) * counts.heading),
        index === 0 ? 0 : bestOf(own.get(0)) * counts.title,
        bestOf(inBody) * (index === 0 ? counts.introduction : counts.body + again),
        beneath[i]?.has(index) ? counts.beneath : 0,
      );
      sum += weight * value;
      if (value > 0 && sought[i]?.isImplied !== true) covered += weight;
      taken += (own.get(index) ?? []).reduce((words, { length }) => words + length, 0);
      return value > 0;
    });
    const coverage = covered / typed;
    const share = Math.min(1, taken / Math.max(1, place.length));
    const near =
      0.15 * countSideBySide(sorted.map(({ own }) => own.get(index) ?? [])) +
      0.06 * countSideBySide(sorted.map(({ body }) => body.get(index) ?? []));
    const answer = (sum / total) * (0.5 + 0.5 * coverage * coverage) * (0.85 + 0.15 * share) + near * coverage;
    const score = answer * weighKind(page, place) + evidenceOf(index, place);
    return { page, id, index, score, covers, coverage };
  });
}

/** The headings that stand on many pages. */
function findOften(pages: readonly PagePlaces[]): Set<string> {
  const counted = new Map<string, number>();
  for (const { places } of pages)
    for (const own of new Set(places.filter(({ level }) => level > 1).map((place) => place.own)))
      counted.set(own, (counted.get(own) ?? 0) + 1);
  return new Set([...counted].flatMap(([own, count]) => (count >= oftenHeading.pages ? [own] : [])));
}

const isSame = (a: number, b: number) => Math.abs(a - b) < 1e-9;

/** The share of the best score that a place which covers fewer parts needs to be shown. */
const nearEnough = 0.5;

/** Returns the places that answer the question, the best first. */
export function rankPlaces(pages: ReadonlyMap<string, PagePlaces>, sought: readonly Sought[]): Ranked[] {
  const often = findOften([...pages.values()]);
  const ranked = [...pages]
    .flatMap(([id, page]) => rankPage(id, page, sought, often))
    .toSorted((a, b) => b.score - a.score || a.page.page.localeCompare(b.page.page) || a.index - b.index);
  const [best] = ranked;
  if (best === undefined) return [];
  const most = Math.max(...ranked.map(({ coverage }) => coverage));
  return ranked.filter(({ coverage, score }) => isSame(coverage, most) || score >= nearEnough * best.score);
}
