import { openPanel } from './open-panel';

/** What a dialog asks for: one line of text. */
export interface Question {
  title: string;
  label: string;
  value: string;
}

/** Asks the reader; undefined where the question was cancelled. */
export async function ask(question: Question): Promise<string | undefined> {
  let answer: string | undefined;
  await openPanel(() => import('./AskDialog'), { question, answer: (text: string) => (answer = text) });
  return answer;
}
