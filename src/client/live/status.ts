import { judgeHold } from '~/core/run/holds';
import { describeEnding, findEnd } from '~/core/run/ending';
import type { View } from '~/core/run/view';
import type { LiveWords } from '~/words/live/en';
import { say } from '~/words/say';

type Status = keyof LiveWords['watch']['status'];

/** What a run is doing, in one word for people [the status of a run]. */
export function statusOf(view: View, words: LiveWords['watch']['status']): { status: Status; text: string } {
  const { structure, state, alarms, progress, run } = view;
  const tell = (status: Status, values = {}) => ({ status, text: say(words[status], values) });
  const { failed } = progress;
  if (findEnd(state)) return tell('ended');
  const [alarm] = alarms;
  const titleOf = (anchor: string) => structure.page.sections.find((each) => each.anchor === anchor)?.title ?? anchor;
  if (alarm) return tell('rollback', { section: titleOf(alarm.section) });
  const held = structure.page.holds.find((hold) => judgeHold(state, hold) === 'no-go');
  if (held) return tell('no-go', { section: titleOf(held.after) });
  if (run === undefined || run.entries.length === 0) return tell('todo');
  if (describeEnding(structure, state).kind === 'open') return tell('running');
  return failed > 0 ? tell('complete-with-failed', { n: failed }) : tell('complete');
}
