/*
 * Corrects words that occur nowhere: a typo of a word that does, the beginning of one, or two words written as one. All words here are
 * folded (tokens.ts), the vocabulary's most frequent first.
 */

/** Returns whether two words differ by one letter: one more, one less, another one, or two that changed places. */
export function differByOne(a: string, b: string): boolean {
  if (a === b || Math.abs(a.length - b.length) > 1) return false;
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  const rest = (text: string, from: number) => text.slice(from);
  if (a.length > b.length) return rest(a, at + 1) === rest(b, at);
  if (a.length < b.length) return rest(a, at) === rest(b, at + 1);
  if (rest(a, at + 1) === rest(b, at + 1)) return true;
  return a[at] === b[at + 1] && a[at + 1] === b[at] && rest(a, at + 2) === rest(b, at + 2);
}

/** The shortest word to correct: a shorter one differs by one letter from too many others. */
const shortest = 4;

/** Up to this length, a word with another letter is another word, unless the two letters are neighbours on a keyboard: "butter", "better". */
const short = 6;

/** From this length on, a word may differ in its first letter, and by two letters: few other words are that near. */
const long = 7;
const longest = 9;

/** The letters of keyboards, English and German, row by row. */
const keyboards = [
  ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'],
  ['qwertzuiop', 'asdfghjkl', 'yxcvbnm'],
];

/** Tells whether two letters are neighbours on a keyboard. */
const areNeighbours = (a: string, b: string): boolean =>
  keyboards.some((rows) => {
    const [rowA, rowB] = [a, b].map((letter) => rows.findIndex((row) => row.includes(letter)));
    if (rowA === undefined || rowB === undefined || rowA < 0 || rowB < 0) return false;
    return Math.abs(rowA - rowB) <= 1 && Math.abs((rows[rowA]?.indexOf(a) ?? 0) - (rows[rowB]?.indexOf(b) ?? 0)) <= 1;
  });

const haveSameLetters = (a: string, b: string): boolean => [...a].toSorted().join('') === [...b].toSorted().join('');

/** Tells whether a word that differs from another one by one letter may be a slip of it, rather than another word. */
function isSlip(word: string, meant: string): boolean {
  const swapped = meant[0] === word[1] && meant[1] === word[0];
  // A first letter that is missing is told by fewer letters than one that is another.
  if (meant.slice(1) === word) return word.length > shortest;
  if (meant[0] !== word[0] && !swapped && Math.min(word.length, meant.length) < long) return false;
  // Another first letter makes another word, unless it is beside the right one: "parking" is not "marking".
  if (word.length === meant.length && word.slice(1) === meant.slice(1))
    return areNeighbours(word[0] ?? '', meant[0] ?? '');
  // An ending makes another word, unless a letter was only typed twice: "baker" is not "bake".
  if (word.length > meant.length) return !word.startsWith(meant) || word.at(-1) === word.at(-2);
  // Another ending in the place of the first makes another word, too: "waiter" is not "waited".
  if (word.endsWith('er') && meant === `${word.slice(0, -1)}d`) return false;
  if (word.length < meant.length || word.length > short || haveSameLetters(word, meant)) return true;
  const at = [...word].findIndex((letter, i) => letter !== meant[i]);
  return word.length > shortest && areNeighbours(word[at] ?? '', meant[at] ?? '');
}

/** Tells whether one letter is easily typed for another: vowels, and letters side by side on a keyboard. */
const areAlike = (a: string, b: string): boolean =>
  /^[aeiouy]{2}$/.test(a + b) || keyboards.flat().some((row) => row.includes(a + b) || row.includes(b + a));

/**
 * Returns the number of slips that make one word of another, 3 if more than two: a letter more, one less, two that changed places, another
 * letter that is like it; another one that is not counts two.
 */
export function countSlips(a: string, b: string): number {
  const many = 3;
  if (Math.abs(a.length - b.length) >= many) return many;
  let [before, last]: number[][] = [[], Array.from({ length: b.length + 1 }, (_, i) => i)];
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const other = a[i - 1] === b[j - 1] ? 0 : areAlike(a[i - 1] ?? '', b[j - 1] ?? '') ? 1 : 2;
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      row[j] = Math.min(
        (last?.[j] ?? many) + 1,
        (row[j - 1] ?? many) + 1,
        (last?.[j - 1] ?? many) + other,
        swapped ? (before?.[j - 2] ?? many) + 1 : Infinity,
      );
    }
    [before, last] = [last, row];
  }
  return Math.min(many, last?.[b.length] ?? many);
}

/** Returns the most frequent word that a word may be a typo of. */
export function correctWord(word: string, vocabulary: readonly string[]): string | undefined {
  if (word.length < shortest || !/^\p{L}+$/u.test(word)) return undefined;
  const near = vocabulary.find((one) => one.length >= shortest && differByOne(word, one) && isSlip(word, one));
  if (near !== undefined || word.length < longest) return near;
  return vocabulary.find(
    (one) => one[0] === word[0] && one.length >= long + 1 && !word.startsWith(one) && countSlips(word, one) === 2,
  );
}

/** The two words of the vocabulary that a word is made of. */
export function splitWord(word: string, vocabulary: ReadonlySet<string>): [string, string] | undefined {
  for (let at = word.length - 2; at >= 2; at--) {
    const [head, tail] = [word.slice(0, at), word.slice(at)];
    if (vocabulary.has(head) && vocabulary.has(tail)) return [head, tail];
  }
  return undefined;
}
