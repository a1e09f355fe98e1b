import type { Item } from '~/core/page/page';

/** Scripts that put no spaces between words: there each character is taken for one. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/gu;

/** An id of a text without letters is a hash, and a text that was cut ends in one: neither is a word. */
const hashAlone = /^x-[0-9a-z]{1,7}$/;
const cutAt = 60;

/** The words that an id is made of, without what tells it from its twins and without hashes. */
function wordsOf(id: string): ReadonlySet<string> {
  const slug = id.split('--')[0] ?? '';
  if (hashAlone.test(slug)) return new Set();
  const words = slug.split('-');
  if (Array.from(slug).length > cutAt) words.pop();
  return new Set(words.flatMap((word) => word.replace(unspaced, ' $& ').split(' ')).filter((word) => word !== ''));
}

/** How many candidates share how many words with each gone item: by words, so that large pages do not compare all pairs. */
function countShared(words: Iterable<string>, byWord: ReadonlyMap<string, readonly number[]>): Map<number, number> {
  const shared = new Map<number, number>();
  for (const word of words) {
    for (const index of byWord.get(word) ?? []) shared.set(index, (shared.get(index) ?? 0) + 1);
  }
  return shared;
}

/** The index of the only best candidate; none where no candidate has half of the words, or two are equally good. */
function findBest(words: ReadonlySet<string>, shared: ReadonlyMap<number, number>, sizes: readonly number[]) {
  let best: { index: number; likeness: number } | undefined;
  let isTied = false;
  for (const [index, count] of shared) {
    if (count * 2 < words.size) continue;
    const likeness = (2 * count) / (words.size + (sizes[index] ?? 0));
    if (best !== undefined && likeness < best.likeness) continue;
    isTied = best?.likeness === likeness;
    best = { index, likeness };
  }
  return isTied ? undefined : best?.index;
}

/**
 * For ids that are gone from the page, the new item that each may have been reworded to [RW1]: the single best one that has
 * at least half of its words. Two gone ids with one best item get none. A proposal only: nothing moves unless a reader
 * says so. `candidates`: the page's items that are new, and of which the run says nothing.
 */
export function proposeRewordings(gone: readonly string[], candidates: readonly Item[]): Map<string, Item> {
  const words = candidates.map(({ id }) => wordsOf(id));
  const sizes = words.map(({ size }) => size);
  const byWord = new Map<string, number[]>();
  words.forEach((own, index) => {
    for (const word of own) {
      const indexes = byWord.get(word);
      if (indexes === undefined) byWord.set(word, [index]);
      else indexes.push(index);
    }
  });
  const wanted = new Map<number, string[]>();
  for (const id of new Set(gone)) {
    const own = wordsOf(id);
    const best = findBest(own, countShared(own, byWord), sizes);
    if (best !== undefined) wanted.set(best, [...(wanted.get(best) ?? []), id]);
  }
  return new Map(
    [...wanted].flatMap(([index, ids]): [string, Item][] => {
      const [item, id] = [candidates[index], ids[0]];
      return ids.length === 1 && item !== undefined && id !== undefined ? [[id, item]] : [];
    }),
  );
}
