import { writeAround } from './addresses';

/** Follows an `@` that would call somebody: nobody sees it, and no forge or chat takes "@⁠team" for a mention. */
const joiner = '\u2060';

/** The characters shown by number: controls, halves of surrogate pairs, those that turn the direction of the text around them, BOM. */
const unseen = /[\p{Cc}\p{Cs}\u2028\u2029\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/gu;

const byNumber = (character: string): string => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;

/** Characters that would begin or end something in Markdown or HTML, wherever they stand. */
const special = /[\\`*[\]<|~$]/g;
/** An underscore within a word is only a character; so is a `#` before a number, which refers to an issue on purpose. */
const underscore = /(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu;
const hash = /#(?!\d)/g;
const entity = /&(?=#?\w+;)/g;
/** An address of a person is no mention: `jane@example.org`. */
const mention = /(?<!\w)@|@(?=everyone|here|channel)/gi;

/** Writes a part of a text, without its outer blanks, in which no address stands. */
const escapeSigns = (part: string): string =>
  part
    .replace(special, '\\$&')
    .replace(underscore, '\\_')
    .replace(hash, '\\#')
    .replace(entity, '\\&')
    .replaceAll('·', '&middot;')
    .replace(unseen, (character) => (character === '\n' ? '<br>' : byNumber(character)))
    .replace(mention, `@${joiner}`);

/**
 * Writes any text as one line of Markdown that shows exactly this text: no markup, no HTML, no mention, no second line, no ` · `, which
 * separates the parts of a line [EX2]. An empty text is a dash.
 */
export function escapeText(text: string): string {
  if (text === '') return '–';
  if (text === '–') return '&ndash;';
  return writeAround(text, escapeSigns).replace(/^\s|\s$/g, (space) => (space === ' ' ? '&#32;' : byNumber(space)));
}

const escapes = /\\u\{([0-9a-f]{1,6})\}|\\([!-/:-@[-`{-~])|&(middot|ndash|#32);|(<br>)|@\u2060/g;
const entities: Record<string, string> = { middot: '·', ndash: '–', '#32': ' ' };

/** Reads a text that `escapeText` wrote [EX2]. */
export function readEscaped(written: string): string {
  if (written === '–') return '';
  return written.replace(escapes, (whole, number?: string, character?: string, name?: string, lineBreak?: string) => {
    if (number !== undefined) {
      const code = Number.parseInt(number, 16);
      return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    }
    if (lineBreak !== undefined) return '\n';
    return character ?? (name === undefined ? '@' : (entities[name] ?? whole));
  });
}
