import { writeAround } from './addresses';

/** Follows a sign that would refer to something: nobody sees it, and no forge or chat takes "@⁠team" for a mention. */
const joiner = '\u2060';

/** The characters shown by number: controls, halves of surrogate pairs, those that turn the direction of the text around them, BOM. */
const unseen = /[\p{Cc}\p{Cs}\u2028\u2029\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/gu;

const byNumber = (character: string): string => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;

/** Characters that would begin or end something in Markdown or HTML, wherever they stand. */
const special = /[\\`*[\]<|~$]/g;
/** An underscore within a word is only a character. A `#` before a number begins no heading, and has its own rule below. */
const underscore = /(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu;
const hash = /#(?!\d)/g;
const entity = /&(?=#?\w+;)/g;

/** The names of emoji that a part of a number in hexadecimal could be: all others hold another letter. */
const hexNames = '[+-]1|100|1234|ab?|abcd?|b|bed|bee|cd|de';

/**
 * Forges look for more than Markdown in what is shown, where no backslash helps: mentions (`jane@example.org` is none, but what follows
 * it, or the name of a commit, may be), references to issues (`#12`, `team/site#12`, `GH-12`), and emoji by their names (`:rocket:`).
 */
const referring = new RegExp(
  String.raw`(?<!\w)@|(?<=@[\w.+-]+|(?<!\w)[\da-f]{7,40})@|@(?=everyone|here|channel)|#(?=\d)|(?<!\w)gh-(?=\d)|:(?=(?:${hexNames}):|(?![\da-f+-]+:)[\w+-]+:)`,
  'gi',
);

/** A word that a forge may take for the name of a commit. As code it is no reference, and can be copied as it is. */
const commit = /(?<!\w)(?=\d*[a-f])(?=[a-f]*\d)[\da-f]{7,40}(?!\w)/g;

/** Writes a part of a text, without its outer blanks, in which no address stands. */
const escapeSigns = (part: string): string =>
  part
    .replace(special, '\\$&')
    .replace(underscore, '\\_')
    .replace(hash, '\\#')
    .replace(entity, '\\&')
    .replaceAll('·', '&middot;')
    .replace(unseen, (character) => (character === '\n' ? '<br>' : byNumber(character)))
    .replace(referring, `$&${joiner}`)
    .replace(commit, '`$&`');

/**
 * Writes any text as one line of Markdown that shows exactly this text: no markup but for a commit's name as code, no HTML, no mention or
 * other reference, no emoji, no second line, no ` · `, which separates the parts of a line [EX2]. An empty text is a dash.
 */
export function escapeText(text: string): string {
  if (text === '') return '–';
  if (text === '–') return '&ndash;';
  return writeAround(text, escapeSigns).replace(/^\s|\s$/g, (space) => (space === ' ' ? '&#32;' : byNumber(space)));
}

/** Writes a text and a colon after it, which makes no emoji of the end of the text. */
export const escapeLabel = (text: string): string => `${escapeText(text)}${/:[\w+-]+$/.test(text) ? joiner : ''}:`;

const escapes = /\\u\{([0-9a-f]{1,6})\}|\\([!-/:-@[-`{-~])|&(middot|ndash|#32);|(<br>)|`([\da-f]{7,40})`|\u2060/g;
const entities: Record<string, string> = { middot: '·', ndash: '–', '#32': ' ' };

/** Reads a text that `escapeText` wrote [EX2]. */
export function readEscaped(written: string): string {
  if (written === '–') return '';
  return written.replace(
    escapes,
    (whole, number?: string, character?: string, name?: string, lineBreak?: string, hash?: string) => {
      if (number !== undefined) {
        const code = Number.parseInt(number, 16);
        return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
      }
      if (lineBreak !== undefined) return '\n';
      return character ?? hash ?? (name === undefined ? '' : (entities[name] ?? whole));
    },
  );
}
