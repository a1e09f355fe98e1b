/*
 * The meaning that a text has beyond its letters and digits. White space, and sentence punctuation at a word's edge, do not make a
 * different step: "Deploy, then wait." equals "deploy then wait". Any other sign does: "C++" is not "C#", "!ready" is not "ready".
 */

/** Opens a word: quotes, round brackets, the inverted marks of Spanish. */
const opening = /^[("'\p{Pi}\p{Pf}‚„¿¡]+/u;

/** Closes a word: punctuation that ends or divides a sentence in any script, quotes, round brackets. */
const closing = /[)"'\p{Pi}\p{Pf}\p{Terminal_Punctuation}…]/u;

/** By hand: a pattern would look again at every character of a hostile text's ten thousand brackets. */
function trimClosing(word: string): string {
  let end = word.length;
  while (end > 0 && closing.test(word[end - 1] ?? '')) end--;
  return word.slice(0, end);
}

/** Stands between words by itself: a dash, or a mark with a blank before it, as in French. Never a full stop or a comma. */
const alone = /^(?:[-–—―?!:;("')\p{Pi}\p{Pf}„¿¡…]|\.\.\.)$/u;

/**
 * Divides words where no blank stands: white space, characters without width, long dashes, an ellipsis, and the punctuation of scripts
 * that write without blanks. Between two digits such a sign alone is a part of the number: `１：３` is neither `１．３` nor `１ ３`.
 */
const between =
  /(?:(?!(?<=\p{N})[^\s\p{Z}](?=\p{N}))[\s\p{Z}\u200b-\u200f\u00ad\u061c\u2060\ufeff—―…。、，．；：！？「」『』（）《》〈〉【】〔〕・।॥۔،؛؟])+/u;

/** An emoji of several parts is held together by a character without width: there it is a part of the sign. */
const joined = /(?<=[\p{Extended_Pictographic}\p{Emoji_Modifier}\ufe0f])\u200d(?=\p{Extended_Pictographic})/gu;
const glue = '\ue000';

/** A word of signs alone has none at its edge: `$?` is not `$!`. A picture is as good as a letter: `🚀!` is `🚀`. */
const wordlike = /[\p{L}\p{N}\p{So}]/u;

/** Returns a word without the punctuation of sentences at its edges; `''` for a sign that stands between words by itself. */
function coreOf(word: string): string {
  if (/^[a-z0-9]+$/i.test(word)) return word;
  if (alone.test(word)) return '';
  return wordlike.test(word) ? trimClosing(word.replace(opening, '')) : word;
}

/** The words of a normalized text, without white space and without the punctuation of sentences at their edges. */
const coresOf = (text: string): string[] =>
  text
    .replace(joined, glue)
    .split(between)
    .map(coreOf)
    .filter((word) => word !== '');

/**
 * Joins two words as a blank would part them: a hyphen or an apostrophe between letters, a point between digits. One sign for each place,
 * so that no two of them can be taken for each other: "10-5" and "a.b" hold a sign. So does a hyphen beside a digit, where a blank says
 * something else: "2-node clusters" are not "2 node clusters".
 */
const joint = /(?<=\p{L}\p{M}*)[-‐‑'’](?=\p{L})|(?<=\p{N})\.(?=\p{N})/gu;

const isPlain = (word: string): boolean => /^(?:[\p{L}\p{N}]\p{M}*)+$/u.test(word);

/** Returns a text's exact wording: equal for two texts only if they differ in case, white space and punctuation at a word's edge. */
export const wordingOf = (text: string): string => coresOf(text.normalize('NFC').toLowerCase()).join(' ');

/** Returns a text's wording with its capitals: `git branch -d` and `git branch -D` have one wording, and do not say the same. */
export const casedWordingOf = (text: string): string => coresOf(text.normalize('NFC')).join(' ');

/** Returns whether a text holds a sign that distinguishes it from the same words without it. */
export const hasSigns = (text: string): boolean =>
  !/^[a-z0-9\s]*$/i.test(text) &&
  !coresOf(text.normalize('NFC').toLowerCase()).every((word) => word.split(joint).every(isPlain));
