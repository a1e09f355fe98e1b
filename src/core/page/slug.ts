import { murmur3 } from '~/core/murmur3';
import { hasSigns, wordingOf } from './signs';

/** The most characters of a slug: that of a longer text is cut, and a hash of the whole follows it. */
export const longestSlug = 60;

/** Returns a short name for a whole text, for places where the text itself is too long: base 36, at most 7 characters. */
export const hashOf = (text: string): string => murmur3(text).toString(36);

/** Comes before the hash of a text's signs: no slug, no pinned id and no heading's name has it, so nothing else can look like it. */
export const signMark = '_';

/** Cuts at a word's end, so that the slug stays readable; a single long word is cut through. */
function cut(slug: string): string {
  const head = Array.from(slug)
    .slice(0, longestSlug + 1)
    .join('');
  const wordEnd = head.lastIndexOf('-');
  return wordEnd > 0 ? head.slice(0, wordEnd) : Array.from(slug).slice(0, longestSlug).join('');
}

/** A mark that stands on no letter, such as the one that asks for an emoji's colours, is no part of a word. */
const looseMarks = /(?<![\p{L}\p{M}\p{N}])\p{M}+/gu;

/**
 * The slug of a text: lower case, letters and digits of every script, single dashes between [IT1].
 * At most 60 characters, plus a short hash of the whole where it was cut. A text without letters gives a hash alone.
 */
export function slugOf(text: string): string {
  const slug = text
    .normalize('NFC')
    .toLowerCase()
    .replace(looseMarks, '')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
  if (slug === '') return `x-${hashOf(text)}`;
  return Array.from(slug).length <= longestSlug ? slug : `${cut(slug)}-${hashOf(slug)}`;
}

/** A text without letters and digits: its slug is a hash of all of it. */
const isWordless = (text: string): boolean => !/[\p{L}\p{N}]/u.test(text);

/** Returns a text's slug with a hash of its exact wording, unless the slug is a hash itself: for texts that differ in nothing else. */
export const exactNameOf = (text: string): string =>
  isWordless(text) ? slugOf(text) : `${slugOf(text)}${signMark}${hashOf(wordingOf(text))}`;

/**
 * Returns the name that distinguishes an item, field or heading: the slug of its text and, if the text holds signs, a hash of its wording
 * [IT1].
 */
export function nameOf(text: string): string {
  const name = names.get(text) ?? (hasSigns(text) ? exactNameOf(text) : slugOf(text));
  names.set(text, name);
  return name;
}

/** The names so far: a text is named where it is read, where it is searched, and where it is looked for. */
const names = new Map<string, string>();
