import { murmur3 } from '~/core/murmur3';

const limit = 60;

/** A short name of a whole text, for where the text itself is too long: base 36, at most 7 characters. */
export const hashOf = (text: string): string => murmur3(text).toString(36);

/** Cuts at a word's end, so that the slug still reads; a single long word is cut through. */
function cut(slug: string): string {
  const head = Array.from(slug)
    .slice(0, limit + 1)
    .join('');
  const wordEnd = head.lastIndexOf('-');
  return wordEnd > 0 ? head.slice(0, wordEnd) : Array.from(slug).slice(0, limit).join('');
}

/**
 * The slug of a text: lower case, letters and digits of every script, single dashes between [IT1].
 * At most 60 characters, plus a short hash of the whole where it was cut. Text without letters gives a hash alone.
 */
export function slugOf(text: string): string {
  const slug = text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
  if (slug === '') return `x-${hashOf(text)}`;
  return Array.from(slug).length <= limit ? slug : `${cut(slug)}-${hashOf(slug)}`;
}
