import { marks } from '~/core/page/page';
import { clampMinute, lastMinute } from './minute';

/**
 * One fact in a run; never changed or removed.
 * `at`: minutes since 1970 (UTC). `seq`: 0, 1, 2 … within that minute. `by`: name or initials, may be empty.
 */
export interface Entry {
  key: string;
  value: string;
  at: number;
  seq: number;
  by: string;
}

/** Keys are asked for by the thousand at every tick: each is put together once. */
function keyed(kind: string): (id: string) => string {
  const known = new Map<string, string>();
  return (id) => {
    const key = known.get(id) ?? `${kind}/${id}`;
    known.set(id, key);
    return key;
  };
}

/** The keys of entries, by subject. Ids may hold any character, so a key is split at its first slash only. */
export const keys = {
  title: 'title',
  end: 'end',
  mark: keyed('mark'),
  note: keyed('note'),
  field: keyed('field'),
  hold: (after: string, role: string) => `hold/${after}/${role}`,
} as const;

/** Returns whether a key is that of an item's mark. */
export const isMarkKey = (key: string): boolean => key.startsWith('mark/');

/** Returns the item that the key of a mark is about; `undefined` for any other key. */
export const markedItem = (key: string): string | undefined => (isMarkKey(key) ? key.slice('mark/'.length) : undefined);

/** Answers to a hold; an empty value takes the answer back. */
export const answers = ['go', 'no-go', ''] as const;
export type Answer = (typeof answers)[number];

/** Reads the answer in an entry's value; one that this version does not know counts as none. */
export const readAnswer = (value: string | undefined): Answer => (value === 'go' || value === 'no-go' ? value : '');

/** Marks that tie in time rank done < skipped < todo < failed; anything else ranks alike. */
const rankOf = ({ key, value }: Entry) => (isMarkKey(key) ? (marks as readonly string[]).indexOf(value) : -1);

const compareText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** The total order of entries [RN2]: by `at`, `seq`, rank of a mark, `by`, `value`, key. Negative where `a` is the lesser. */
export function compareEntries(a: Entry, b: Entry): number {
  // Two states of a run share all but their newest entries.
  if (a === b) return 0;
  return (
    a.at - b.at ||
    a.seq - b.seq ||
    rankOf(a) - rankOf(b) ||
    compareText(a.by, b.by) ||
    compareText(a.value, b.value) ||
    compareText(a.key, b.key)
  );
}

/**
 * Makes the entry that gives `key` the value `value` now, after `last`, the greatest entry of that key, even if the clocks disagree [RN4].
 * A minute whose numbers are used up continues in the next one; after the last minute of all there is none, and its last number is used
 * again: an entry that could not be read back would be lost [RC3].
 */
export function followEntry(
  last: Entry | undefined,
  fact: { key: string; value: string; by: string },
  now: number,
): Entry {
  const at = clampMinute(now);
  if (last === undefined || at > last.at) return { ...fact, at, seq: 0 };
  return last.seq < lastMinute || last.at === lastMinute
    ? { ...fact, at: last.at, seq: Math.min(last.seq + 1, lastMinute) }
    : { ...fact, at: last.at + 1, seq: 0 };
}

/** Makes the entry that says the same under a name, for one that was made without: the time stays. */
export const signEntry = (entry: Entry, by: string): Entry =>
  followEntry(entry, { key: entry.key, value: entry.value, by }, entry.at);
