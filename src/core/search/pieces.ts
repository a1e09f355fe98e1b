import { dropFrames } from './frames';
import { dropElided, isUnspaced, readTokens } from './tokens';

/** A stretch of a question between blanks, as typed, and its words in small letters. */
export interface Piece {
  typed: string;
  words: string[];
  /** True for words that were not typed, but meant. */
  isImplied?: boolean;
}

/**
 * A step's anchor, as it stands in addresses: the words of the step between dashes, and a hash of its signs. Without "#" before it, fewer
 * words are a name.
 */
const anchor =
  /(?<!\S)(?:#([\p{L}\p{N}]+(?:-{1,2}[\p{L}\p{N}]+)*)|([\p{L}\p{N}]+(?:-{1,2}[\p{L}\p{N}]+){3,}))(?:_[a-z\d]{5,7})?(?!\S)/gu;

/** Makes the words of a step's anchor those of the question. Browsers take long to make the pattern ready: most questions need none. */
const spellAnchors = (text: string): string =>
  /#|-.*-.*-/.test(text)
    ? text.replace(anchor, (_, marked?: string, plain = '') => (marked ?? plain).replaceAll('-', ' '))
    : text;

/** The words of a text, in small letters. */
export const wordsOf = (text: string): string[] => readTokens(text).map(({ word }) => word.toLowerCase());

/** The words of a piece, those of scripts without spaces apart from the others: both may stand side by side. */
function splitScripts(piece: string): string[][] {
  const groups: string[][] = [];
  let before: boolean | undefined;
  for (const word of wordsOf(piece)) {
    if (isUnspaced(word) === before) groups.at(-1)?.push(word);
    else groups.push([word]);
    before = isUnspaced(word);
  }
  return groups;
}

/** The pieces of a question that hold letters or digits; letters of a script without spaces are pieces of their own. */
export function readPieces(query: string): Piece[] {
  const text = dropElided(spellAnchors(dropFrames(query.normalize('NFC'))))
    .replace(/["“”„«»]/gu, ' ')
    .replace(/(?<=\d)\s?%/gu, ' percent')
    // "500s" are several answers of 500.
    .replace(/(?<![\w-])(\d{3})s(?!\w)/g, '$1');
  const pieces = text.split(/[\s,;]+/u).flatMap((piece): Piece[] => {
    const groups = splitScripts(piece);
    const typed = piece.replace(/^[([{¿¡]+|[?!.:)\]}]+$/gu, '');
    return groups.map((words) => ({ words, typed: groups.length === 1 ? typed : words.join('') }));
  });
  return pieces.filter(({ words }) => words.length > 0);
}
