import type { Found } from './found';
import { findWords, isFound, qualities } from './look-up';
import type { Matches } from './matches';
import type { Part } from './query';
import type { Index } from './search-index';

/** Finds the longest pieces of a text without spaces that occur somewhere: each is a part of its own. */
export async function cutUnspaced(part: Part, indexes: readonly Index[]): Promise<Found[]> {
  const found: Found[] = [];
  let left = '';
  for (let at = 0; at < part.words.length;) {
    let take = Math.min(part.words.length - at, 12);
    let matches: Matches[] = [];
    for (; take > 1; take--) {
      matches = await findWords(part.words.slice(at, at + take), indexes, qualities.typed);
      if (isFound(matches)) break;
    }
    const words = part.words.slice(at, at + take);
    if (take > 1) found.push({ part: { ...part, typed: words.join(''), words }, matches, how: 'typed' });
    else left += words.join('');
    at += take;
  }
  // Particles and endings are no words of their own.
  const says = (text: string) => !/^\p{Script=Hiragana}+$/u.test(text);
  const telling = found.filter(({ part: { typed } }) => says(typed));
  const rest = left.replace(/\p{Script=Hiragana}/gu, '');
  const none: Found[] =
    rest === '' && telling.length > 0
      ? []
      : [{ part: { ...part, typed: rest || part.typed }, matches: [], how: 'left' }];
  return [...(telling.length > 0 ? telling : []), ...none];
}
