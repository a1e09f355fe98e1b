import { groupByEach } from '~/core/group-by';
import { onceEach } from '~/core/once-each';
import type { Item } from './page';
import { headingsOf } from './headings-of';
import { casedWordingOf } from './signs';
import { exactNameOf, longestSlug, nameOf, signMark } from './slug';
import type { Structure } from './structure';

/** The structure whose texts are as the author wrote them: ids and what is remembered are made of those. */
const asWritten = (structure: Structure): Structure => structure.unfilled ?? structure;

/** The page's items by their wording, and the names of the headings around each. */
const index = onceEach((structure: Structure) => {
  const { page } = structure;
  const headings = headingsOf(page);
  const paths = new Map(page.items.map(({ id }, i) => [id, (headings[i] ?? []).map(exactNameOf)]));
  return { byWords: groupByEach(page.items, ({ text }) => new Set([nameOf(text), exactNameOf(text)])), paths };
});

/** Returns the name in an id, without the suffix that tells it from its twins. */
export const nameInId = (id: string): string => id.split('--')[0] ?? id;

const isNumbered = (id: string): boolean => /--\d+-of-\d+$/.test(id);

/** Returns whether an id tells its item from twins by its capitals [IT3]. */
const isCased = (id: string): boolean => /--x-[0-9a-z]{1,7}$/.test(id);

const isSpeltAlike = (one: { text: string }, other: { text: string }): boolean =>
  casedWordingOf(one.text) === casedWordingOf(other.text);

/** Finds the page's items that have the wording which a removed item's id had: the same words, wherever they stand [RW3]. */
export function findNamesakes(structure: Structure, id: string): readonly Item[] {
  const then = structure.past.items.get(id);
  const { byWords } = index(asWritten(structure));
  const found = byWords.get(then === undefined ? nameInId(id) : exactNameOf(then.text)) ?? [];
  return structure.unfilled === undefined ? found : found.flatMap((item) => structure.items.get(item.id) ?? []);
}

/**
 * Finds the item that certainly replaces an id which the page no longer has: the only item with the same wording under the same heading, as
 * the page's past records it [RW3]. One of several twins of one place, known by its number alone, is never certain.
 */
export function findFormer(structure: Structure, id: string): Item | undefined {
  const then = structure.past.items.get(id);
  if (then === undefined || isNumbered(id) || structure.items.has(id)) return undefined;
  const { paths } = index(asWritten(structure));
  const path = then.headings.map(exactNameOf);
  const hasPlace = (item: Item): boolean => paths.get(item.id)?.[0] === path[0];
  const near = findNamesakes(structure, id).filter(
    (item) => hasPlace(item) && (!isCased(id) || isSpeltAlike(then, item)),
  );
  if (near.length < 2) return near[0];
  const same = near.filter((item) => (paths.get(item.id) ?? []).join('--') === path.join('--'));
  return same.length === 1 ? same[0] : undefined;
}

/** The pattern of a slug that was cut early, before a long word: it also ends in a hash, letters and digits mixed as in no word. */
const cutEarly = /^.{30,}-(?=[a-z]*\d)(?=\d*[a-z])[0-9a-z]{5,7}$/su;

/** Returns the words that one part of an id is made of; `undefined` if it is only a hash. */
function wordsInName(part: string): string | undefined {
  const [slug = ''] = part.split(signMark);
  if (/^x-[0-9a-z]{1,7}$/.test(slug)) return undefined;
  const isCut = Array.from(slug).length > longestSlug || cutEarly.test(slug);
  const words = isCut ? `${slug.slice(0, slug.lastIndexOf('-'))} …` : slug;
  return words.replaceAll('-', ' ');
}

/** Returns the text of a removed item: in full if it is remembered, else the words of its id; never a hash [RN9]. */
export const nameGoneItem = ({ past }: Pick<Structure, 'past'>, id: string): string | undefined =>
  past.items.get(id)?.text || (id.startsWith('#') ? undefined : wordsInName(nameInId(id)));

/** Returns the label of a removed field: in full if it is remembered, else the words of its row and column. */
export function nameGoneField({ past }: Pick<Structure, 'past'>, id: string): string | undefined {
  const label = past.fields.get(id);
  if (label !== undefined && label !== '') return label;
  if (id.startsWith('#')) return undefined;
  const [, ...parts] = id.replace(/--\d+-of-\d+$/, '').split('--');
  const words = parts.map(wordsInName).filter((part) => part !== undefined);
  return words.length > 0 ? words.join(', ') : wordsInName(nameInId(id));
}
