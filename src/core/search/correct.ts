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

/** Returns the most frequent word that a word may be a typo of. In words of four letters, a different letter makes a different word. */
export function correctWord(word: string, vocabulary: readonly string[]): string | undefined {
  if (word.length < shortest || !/^\p{L}+$/u.test(word)) return undefined;
  return vocabulary.find((one) => {
    if (one.length < shortest || !differByOne(word, one)) return false;
    const swapped = one[0] === word[1] && one[1] === word[0];
    if (one[0] !== word[0] && !swapped) return false;
    return (
      word.length > shortest || one.length !== word.length || [...word].toSorted().join() === [...one].toSorted().join()
    );
  });
}

/** The two words of the vocabulary that a word is made of. */
export function splitWord(word: string, vocabulary: ReadonlySet<string>): [string, string] | undefined {
  for (let at = word.length - 2; at >= 2; at--) {
    const [head, tail] = [word.slice(0, at), word.slice(at)];
    if (vocabulary.has(head) && vocabulary.has(tail)) return [head, tail];
  }
  return undefined;
}
