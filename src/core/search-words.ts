/** Letters of scripts that put no spaces between words. */
const unspaced = String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}`;
const some = new RegExp(`[${unspaced}]`, 'u');
const apart = new RegExp(String.raw`(?<=[${unspaced}])(?=[\p{L}\p{N}])|(?<=[\p{L}\p{N}])(?=[${unspaced}])`, 'gu');
const together = new RegExp(String.raw`(?<=[${unspaced}]) (?=[${unspaced}])`, 'gu');

/** Whether any of a text is in a script that puts no spaces between words. */
export const needsSpaces = (text: string): boolean => some.test(text);

/**
 * Text whose words can be found: where a script puts no spaces, each letter counts as a word, in the index and in what is
 * searched for alike. (A dictionary would have to be the same in Node and in every browser.)
 */
export const spaceOut = (text: string): string => text.replace(apart, ' ');

/** The same text as it was written. */
export const closeUp = (text: string): string => text.replace(together, '');

/** A step's anchor, as it stands in addresses: the words of the step between dashes. */
const anchor = /(?<![^\s#])#?([\p{L}\p{N}]+(?:-{1,2}[\p{L}\p{N}]+){2,})(?!\S)/gu;

/** The words that are searched for, those of an anchor too: at most eight, each with a letter or a digit in it. */
export const readTerms = (query: string): string[] =>
  spaceOut(query.normalize('NFC').toLowerCase())
    .replace(anchor, (_, words: string) => words.replaceAll('-', ' '))
    .split(/[\s"“”„«»]+/u)
    .filter((word) => /[\p{L}\p{N}]/u.test(word))
    .slice(0, 8);
