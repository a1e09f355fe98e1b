import type { Mark } from '~/core/page/page';
import { leavesBeneath } from '~/core/page/structure';
import { titleOf } from '~/core/page/title-of';
import { findLeftOpen } from '~/core/run/left-open';
import type { View } from '~/core/run/view';
import type { Outcome } from '~/stores/permit';
import { doneText } from '~/words/progress-text';
import { announce } from './announce';
import type { Words } from '~/words/en';
import { loadWords } from '~/words/load';
import { say } from '~/words/say';
import { askNameOnce } from './ask-name';
import { sayOutcome } from './say-outcome';

/** An item's text within a sentence: isolated, so that right-to-left script does not reorder the words and numbers around it. */
const isolate = (text: string): string => (/[\u0590-\u08ff]/.test(text) ? `\u2068${text}\u2069` : text);

/** Names each contingency that an act turned on or off. */
function sayAlarms(before: View, after: View, words: Words): string[] {
  const nameOf = (anchor: string) => isolate(titleOf(after.structure, anchor));
  const onlyIn = (view: View, other: View) =>
    view.alarms.filter(({ section }) => !other.alarms.some((alarm) => alarm.section === section));
  return [
    ...onlyIn(after, before).map(({ section }) => say(words.said.alarmOn, { section: nameOf(section) })),
    ...onlyIn(before, after).map(({ section }) => say(words.said.alarmOff, { section: nameOf(section) })),
  ];
}

/** A mark that was asked for an item; `again` asks for it once more. */
interface Marking {
  id: string;
  mark: Mark;
  again: () => void;
}

/** Announces the outcome of marking an item; `before` and `after` are the views around the act. */
export async function sayMarked(
  outcome: Outcome,
  { id, mark, again }: Marking,
  before: View,
  after: View,
): Promise<void> {
  const words = await loadWords();
  if (outcome !== 'ok') return sayOutcome(outcome, '', { again });
  const { structure, marks, counted } = after;
  const item = structure.items.get(id);
  if (item === undefined) return;
  const n = leavesBeneath(structure, id).filter((leaf) => before.marks.get(leaf.id) !== marks.get(leaf.id)).length;
  const template =
    mark === 'todo' ? words.said.cleared : structure.beneath.has(id) ? words.said.group : words.said.marked;
  const progress = doneText(counted, words.bar);
  const ahead = mark === 'done' ? findLeftOpen(structure, marks, item) : [];
  const items = ahead.map(({ text }) => isolate(text)).join('; ');
  // The row and the bar show the mark itself; its other effects are shown to everybody.
  const besides = [
    ...(ahead.length > 0 ? [say(words.said.ahead, { n: ahead.length, items })] : []),
    ...sayAlarms(before, after, words),
  ];
  const marked = say(template, { mark: words.mark[mark], n, item: isolate(item.text), progress });
  announce([marked, ...besides].join(' '), besides.length === 0);
  await askNameOnce(id);
}
