/*
 * Cuts a text into the words that can be found. The index and the search cut alike, so that a place in the index, which is counted in
 * words, can be found again in the original text.
 */

/** A word in the form in which it is found, and its position in its text, in UTF-16 units. */
export interface Token {
  word: string;
  start: number;
  end: number;
}

/** Letters of scripts that put no spaces between words. */
const unspaced = String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u30fc\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}`;
const letter = String.raw`[[\p{L}\p{N}\p{M}]--[${unspaced}]]`;

/** What French and Italian write before a word that begins with a vowel, and no part of it: "l’alerte", "qu’une", "dell’utente". */
const elided = `(?:[CcDdJjLlMmNnSsTt]|(?:[Jj]us|[Ll]ors|[Pp]uis)?[Qq]u|[Dd]ell|[Nn]ell|[Dd]all|[Ss]ull)`;

/** Leaves out of a question what is elided: "l’alerte" is answered by "d’alerte". */
export const dropElided = (text: string): string =>
  /['’]/.test(text)
    ? text.replace(new RegExp(String.raw`(?<![\p{L}\p{N}\p{M}'’])${elided}['’](?=\p{L}{2})`, 'gu'), ' ')
    : text;

/**
 * A letter of a script without spaces; the `v` before a version's number; the dashes before a flag; the signs after `C#` and `C++`; what is
 * elided before a word; a word, with an apostrophe in it. Dots, slashes and dashes within a name part its words.
 */
const makePattern = (): RegExp =>
  new RegExp(
    [
      String.raw`[[${unspaced}]&&[\p{L}\p{N}]]\p{M}*`,
      String.raw`(?<![\p{L}\p{N}])[vV](?=\p{Nd})`,
      String.raw`(?<![\p{L}\p{N}\p{M}_.\/:])[\-‐‑–]{1,2}(?=[\p{L}\p{N}])`,
      String.raw`(?<=[A-Za-z])[#+]+(?![\p{L}\p{N}])`,
      String.raw`(?<![\p{L}\p{N}\p{M}'’])${elided}(?=['’][\p{L}]{2})`,
      String.raw`[${letter}--[\p{M}]](?:['’]?${letter})*`,
    ].join('|'),
    'gv',
  );

let pattern: RegExp | undefined;

/** Texts of these letters and signs alone, as most are in languages of the west, are cut by a pattern that browsers make ready at once. */
const western = /^[\t\n\r -~À-ÿ‐‑–—‘’“”„…→]*$/;
const westernLetter = String.raw`[A-Za-z\dÀ-ÖØ-öø-ÿ]`;
const westernPattern = new RegExp(
  [
    String.raw`(?<!${westernLetter})[vV](?=\d)`,
    String.raw`(?<!${westernLetter}|[_.\/:])[\-‐‑–]{1,2}(?=${westernLetter})`,
    String.raw`(?<=[A-Za-z])[#+]+(?!${westernLetter})`,
    String.raw`(?<!${westernLetter}|['’])${elided}(?=['’](?!\d)${westernLetter}(?!\d)${westernLetter})`,
    String.raw`${westernLetter}(?:['’]?${westernLetter})*`,
  ].join('|'),
  'g',
);

/** Signs that mean something, as the letters that stand for them in the index, which keeps letters alone. */
const signs: Record<string, string> = { '#': 'ǂ', '+': 'ǀ' };
/** Stands for the dashes before a flag. */
export const flagSign = 'ꟷ';

const spell = (text: string): string => {
  // Most words are these, and stay as they are.
  if (/^[A-Za-z\d]+$/.test(text)) return text;
  if (/^[-‐‑–]/u.test(text)) return flagSign;
  if (/^[#+]/.test(text)) return [...text].map((sign) => signs[sign]).join('');
  return text.normalize('NFKC').replace(/[^\p{L}\p{N}\p{M}]/gu, '');
};

/** The words of a text, in order. Their case is kept: "maxFragments" can then be found in part. */
export function readTokens(text: string): Token[] {
  return [...text.matchAll(western.test(text) ? westernPattern : (pattern ??= makePattern()))]
    .map(({ 0: found, index }) => ({ word: spell(found), start: index, end: index + found.length }))
    .filter(({ word }) => word !== '');
}

/** Stands at the end of words in the index that are not the beginning of others: with a digit in them, of one or two letters, or apart. */
const end = 'ǃ';

/** Words that have their stem in common with a word of another meaning: "application" is not to find each step that is done "if applicable". */
const apart = new Set(['applicable', 'custom', 'important', 'past', 'several', 'wed']);

/** Returns a word as the index holds it: marked at its end if it must be found as it is, neither by its beginning nor by its stem. */
export const indexWord = (word: string): string =>
  !isUnspaced(word) && (/\p{N}/u.test(word) || word.length < 3 || apart.has(word.toLowerCase())) ? word + end : word;

const isUnspacedPattern = new RegExp(`^[${unspaced}]`, 'u');

/** Returns whether a word is a single letter of a script that puts no spaces between words. */
export const isUnspaced = (word: string): boolean => isUnspacedPattern.test(word);

/** A word without case and accents, as the list of words and corrections know it. */
export const foldWord = (word: string): string =>
  /^[ -~]*$/.test(word)
    ? word.toLowerCase()
    : word.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').normalize('NFC');
