import type { Hold } from '~/core/page/page';
import { keys, readAnswer, type Answer, type Entry } from './entry';
import type { State } from './run';

/** The verdict of a hold: `go` when every role said Go, `no-go` when one said No-go, else `waiting`. */
export type Verdict = 'go' | 'no-go' | 'waiting';

export interface RoleAnswer {
  role: string;
  answer: Answer;
  entry: Entry | undefined;
}

/** Each role's answer, in the hold's order. */
export const answersOf = (state: State, hold: Hold): RoleAnswer[] =>
  hold.roles.map((role) => {
    const entry = state.get(keys.hold(hold.after, role));
    return { role, answer: readAnswer(entry?.value), entry };
  });

/** Returns a hold's verdict [HD1]: one No-go is enough for No-go, regardless of the other answers. */
export function judgeHold(state: State, hold: Hold): Verdict {
  const answers = answersOf(state, hold).map(({ answer }) => answer);
  if (answers.includes('no-go')) return 'no-go';
  return answers.every((answer) => answer === 'go') ? 'go' : 'waiting';
}
