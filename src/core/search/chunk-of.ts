import { foldWord, indexWord } from './tokens';

/** A chunk of the index: the beginning of its first word, and the name of its file. Chunks stand in the order of their words. */
export type Chunk = readonly [from: string, file: string];

/** The most letters that an ending has which the index leaves out, and the fewest that remain of the word. */
const stems = { ending: 4, shortest: 3 };

/** Returns the file of the chunk that a word stands in, with or without its ending; undefined where these may be two. */
export function chunkOf(word: string, chunks: readonly Chunk[]): string | undefined {
  const folded = foldWord(word);
  const written = indexWord(folded);
  const fileAt = (text: string) => chunks.findLast(([from]) => from <= text)?.[1];
  const stem = written === folded ? folded.slice(0, Math.max(stems.shortest, folded.length - stems.ending)) : written;
  return fileAt(stem) === fileAt(written) ? fileAt(written) : undefined;
}
