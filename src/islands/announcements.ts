import type { Item, Mark } from '~/core/checklist/page';
import { findLeftOpen } from '~/core/run/current';
import type { View } from '~/core/run/view';
import type { Words } from '~/words/en';
import { say } from '~/words/say';

/** The words that ticking needs, from the page's language. */
export type SaidWords = Pick<Words, 'mark' | 'said' | 'bar' | 'hold'>;

const sayProgress = ({ progress: { done, total } }: View, words: SaidWords) => say(words.bar.done, { done, total });

/** What marking an item said and changed, for the status region; `before` and `after` are the views around the act. */
export function sayMarked(words: SaidWords, item: Item, mark: Mark, before: View, after: View): string {
  const progress = sayProgress(after, words);
  if (mark === 'todo') return say(words.said.cleared, { item: item.text, progress });
  const ahead = mark === 'done' ? findLeftOpen(after.structure, after.marks, item) : [];
  const left = say(words.said.ahead, { n: ahead.length, items: ahead.map(({ text }) => text).join('; ') });
  const changed = after.structure.leaves.filter(({ id }) => before.marks.get(id) !== after.marks.get(id)).length;
  const said = after.structure.beneath.has(item.id)
    ? say(words.said.group, { mark: words.mark[mark], n: changed, item: item.text, progress })
    : say(words.said.marked, { mark: words.mark[mark], item: item.text, progress });
  return ahead.length === 0 ? said : `${said} ${left}`;
}
