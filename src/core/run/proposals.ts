import type { Field } from '~/core/page/page';
import { leavesBeneath, type Structure } from '~/core/page/structure';
import { keys } from './entry';
import type { State } from './run';

const wordsOf = (text: string): Set<string> => new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);

/** Returns how well a title matches a row's words, from 0 to 1. */
function likeness(row: ReadonlySet<string>, title: string): number {
  const words = wordsOf(title);
  const shared = [...row].filter((word) => words.has(word)).length;
  return shared / Math.max(1, row.size, words.size / 2);
}

const starts = /start|begin|from|beginn|von/i;
const ends = /end|finish|until|to$|ende|bis/i;

/**
 * The minute to propose for an empty time field [FD2]: the first or the last entry among the items of the section (or of the
 * single item) whose name is most like the field's row, if it shares at least half of its words.
 */
export function proposeTime(structure: Structure, state: State, { kind, label }: Field): number | undefined {
  const cut = label.lastIndexOf(', ');
  const [row, column] = [wordsOf(label.slice(0, cut)), label.slice(cut + 2)];
  if (kind !== 'time' || (!starts.test(column) && !ends.test(column))) return undefined;
  const places = [
    ...structure.page.sections.map(({ anchor, title }) => ({
      like: likeness(row, title),
      items: () => structure.leaves.filter(({ section }) => structure.paths.get(section)?.includes(anchor)),
    })),
    ...structure.page.items.map(({ id, text }) => ({
      like: likeness(row, text),
      items: () => leavesBeneath(structure, id),
    })),
  ];
  const best = places.reduce((a, b) => (b.like > a.like ? b : a), { like: 0, items: (): { id: string }[] => [] });
  if (best.like < 0.5) return undefined;
  const minutes = best.items().flatMap(({ id }) => {
    const entry = state.get(keys.mark(id));
    return entry === undefined || entry.value === 'todo' ? [] : [entry.at];
  });
  if (minutes.length === 0) return undefined;
  return starts.test(column) ? Math.min(...minutes) : Math.max(...minutes);
}
