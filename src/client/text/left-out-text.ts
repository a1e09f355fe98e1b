import type { LeftOut } from '~/core/exchange/imported';
import type { Words } from '~/words/en';
import { say } from '~/words/say';

/** Sentences on what was not taken over from a file: its lines, and how many entries did not arrive. */
export const leftOutTexts = (leftOut: readonly LeftOut[], missing: number, { import: words }: Words): string[] => [
  ...leftOut.map(({ reason, line, text }) => say(words.leftOut[reason], { line, text })),
  ...(missing > 0 ? [say(words.missing, { n: missing })] : []),
];
