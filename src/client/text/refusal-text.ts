import type { Refusal } from '~/core/snapshot/refusal';
import type { Words } from '~/words/en';
import { say } from '~/words/say';

/** A sentence that says what is wrong with a link and what to do. */
export function refusalText(refusal: Refusal, { refusal: words }: Words): string {
  if (refusal.kind !== 'truncated') return words[refusal.kind];
  const { arrived, expected } = refusal;
  return expected === undefined ? say(words.truncated, { arrived }) : say(words.truncatedOf, { arrived, expected });
}
