import { checkEntry, type Outcome } from '~/stores/permit';
import { loadWords } from '~/words/load';
import { announce } from './announce';

/** Says why an act was refused, and offers what would let it be done; `again` does it then. */
async function offerWay(outcome: 'refused: looking' | 'refused: ended', again?: () => void): Promise<void> {
  const [words, { offerChoice, offerOpening }] = await Promise.all([loadWords(), import('./offer-way')]);
  if (outcome === 'refused: looking') offerChoice(words);
  else offerOpening(words, again);
}

/**
 * Announces an act as the store did it: `said` where it was done; where it was refused, why, with the ways out. `again` repeats the
 * act once a way was chosen; `isShown`: the page shows by itself what was done.
 */
export async function sayOutcome(
  outcome: Outcome,
  said: string,
  { unchanged, again, isShown = false }: { unchanged?: string; again?: () => void; isShown?: boolean } = {},
): Promise<void> {
  if (outcome === 'ok') announce(said, isShown);
  else if (outcome !== 'unchanged') await offerWay(outcome, again);
  else if (unchanged !== undefined) announce(unchanged);
}

/** Asks the reader for what an entry needs; where the entry would be refused, says so and asks nothing. */
export async function askForAct<Answer>(ask: () => Answer | Promise<Answer>): Promise<Answer | undefined> {
  const answer = checkEntry();
  if (answer === 'ok') return ask();
  await offerWay(answer, () => void ask());
  return undefined;
}
