import type { JournalState } from '~/stores/journal-state';
import type { Trouble } from '~/stores/trouble';
import type { Words } from '~/words/en';

/** The sentence on what is wrong with storage, if anything is. Where it refuses, that depends on whether there is a second copy. */
export function troubleText(
  trouble: Trouble | undefined,
  journal: JournalState,
  { runs: { trouble: said } }: Words,
): string | undefined {
  if (trouble?.kind !== 'refused') return trouble && said[trouble.kind];
  return journal === 'opening' ? undefined : said[journal === 'kept' ? 'second' : 'refused'];
}

/** The sentence after something was kept: that it was, and where that was the second copy alone; or that nothing is kept. */
export function keptText(done: string, trouble: Trouble | undefined, journal: JournalState, words: Words): string {
  if (trouble?.kind !== 'refused') return done;
  const text = troubleText(trouble, journal, words);
  return journal === 'kept' ? `${done} ${text}` : (text ?? words.runs.trouble.refused);
}
