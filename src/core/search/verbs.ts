import type { Reading } from './other-words';
import type { Piece } from './pieces';
import { trimWords, type Thesaurus } from './synonyms';
import { foldWord } from './tokens';

/*
 * Verbs of two words whose second one stands elsewhere: "turn it off", "maintenance mode off".
 */

/** Words that end a verb of two words, whose object may stand between: "turn it off", "roll the release back". */
const particles = new Set('back down in off on out over up'.split(' '));

/** The most pieces between a verb and its particle. */
const longestObject = 4;

/** Puts the two words of a verb side by side, where they are known as one: "turn the page off" is "turn off the page". */
export function joinVerbs(pieces: readonly Piece[], synonyms: Thesaurus): Piece[] {
  const joined = [...pieces];
  for (let at = 0; at < joined.length; at++) {
    const verb = joined[at]?.words.join(' ') ?? '';
    // "Put up the page" has its particle already.
    if (particles.has(joined[at + 1]?.words.join(' ') ?? '')) continue;
    const near = joined.slice(at + 2, at + 2 + longestObject);
    const found = near.findIndex(
      ({ words }) => particles.has(words.join(' ')) && synonyms.has(trimWords(`${verb} ${words.join(' ')}`)),
    );
    const [particle] = found < 0 ? [] : joined.splice(at + 2 + found, 1);
    if (particle) joined.splice(at + 1, 0, particle);
  }
  return joined;
}

/** Words that tell, at the end of a short question, what something is to be. */
const states = new Set(['on', 'off']);

/** Puts a verb before a state that ends a question: "maintenance mode off" is "maintenance mode turn off". */
export function nameState(pieces: readonly Piece[], { stopWords, synonyms }: Reading): Piece[] {
  const [last, before] = [pieces.at(-1), pieces.at(-2)];
  const [state = ''] = last?.words ?? [];
  const known = before?.words.map(foldWord).join(' ') ?? '';
  if (
    !last ||
    !before ||
    !states.has(state) ||
    stopWords.stop.has(known) ||
    synonyms.has(trimWords(`${known} ${state}`))
  )
    return [...pieces];
  return [...pieces.slice(0, -1), { typed: last.typed, words: ['turn', state], isImplied: true }];
}
