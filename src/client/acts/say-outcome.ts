import { askDoor, type Outcome } from '~/stores/door';
import { loadWords } from '~/words/load';
import { announce } from './announce';

/** Announces an act as the store did it: `said` where it was done, that a choice comes first where it was refused. */
export async function sayOutcome(outcome: Outcome, said: string, unchanged?: string): Promise<void> {
  if (outcome === 'ok') return announce(said);
  if (outcome === 'refused: looking') return announce((await loadWords()).said.chooseFirst);
  if (unchanged !== undefined) announce(unchanged);
}

/** Asks the reader for what an act needs; says that a choice comes first, and asks nothing, where the act would be refused. */
export async function askForAct<Answer>(ask: () => Answer | Promise<Answer>): Promise<Answer | undefined> {
  const answer = askDoor();
  if (answer === 'ok') return ask();
  await sayOutcome(answer, '');
  return undefined;
}
