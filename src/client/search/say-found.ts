import type { Words } from '~/words/en';
import { say } from '~/words/say';
import type { Results } from './search';

/** Says how many places were found, or that there are none; `open`: among open items alone. */
export function sayFound(
  { results, isPartial, rest, pages }: Results,
  term: string,
  open: boolean,
  words: Words['search'],
) {
  const values = { n: results.length, pages, term };
  // The number of all places is not known then.
  if (rest === 'missing') return say(words.foundWithout, values);
  if (rest === 'awaited') return say(words.foundFirst, values);
  if (results.length > 0) return say(isPartial ? words.foundOf : words.found, values);
  if (!open) return say(words.none, values);
  return say(isPartial ? words.noneOpenOf : words.noneOpen, values);
}
