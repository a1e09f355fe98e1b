import type { Structure } from '~/core/page/structure';
import { compareEntries, keys, type Entry } from '~/core/run/entry';
import { readSubject, type Subject } from '~/core/run/subject';
import { shownValue } from '~/core/run/marks';
import { onlyIn, stateOf, type Run } from '~/core/run/run';

/** A key with different values in two runs. A side that never had a value has no entry. */
export interface Difference {
  key: string;
  subject: Subject;
  mine: Entry | undefined;
  theirs: Entry | undefined;
  /** The side whose value the merged run will show. */
  winner: 'mine' | 'theirs';
}

/** A preview of merging two runs. The entries are in their order. */
export interface Comparison {
  differences: readonly Difference[];
  onlyMine: readonly Entry[];
  onlyTheirs: readonly Entry[];
}

/** Each key's place on the page: items with their notes, then fields, then holds. */
function orderKeys({ page }: Structure): Map<string, number> {
  const ordered: string[] = [
    keys.title,
    ...page.items.flatMap(({ id }) => [keys.mark(id), keys.note(id)]),
    ...page.fields.map(({ id }) => keys.field(id)),
    ...page.holds.flatMap(({ after, roles }) => roles.map((role) => keys.hold(after, role))),
    keys.end,
  ];
  return new Map(ordered.map((key, i) => [key, i]));
}

/** Lists the differences between two runs and which side wins [EX10], in the order of the page; keys that it does not have come last. */
export function compareRuns(mine: Run, theirs: Run, structure: Structure): Comparison {
  const [left, right] = [stateOf(mine), stateOf(theirs)];
  const differences = [...new Set([...left.keys(), ...right.keys()])].flatMap((key): Difference[] => {
    const [a, b] = [left.get(key), right.get(key)];
    const known = a ?? b;
    if (known === undefined) return [];
    if (shownValue({ structure, state: left }, key) === shownValue({ structure, state: right }, key)) return [];
    const isMine = b === undefined || (a !== undefined && compareEntries(a, b) > 0);
    return [{ key, subject: readSubject(known), mine: a, theirs: b, winner: isMine ? 'mine' : 'theirs' }];
  });
  const places = orderKeys(structure);
  const placeOf = ({ key }: Difference) => places.get(key) ?? places.size;
  return {
    differences: differences.toSorted((a, b) => placeOf(a) - placeOf(b)),
    onlyMine: onlyIn(mine.entries, theirs.entries),
    onlyTheirs: onlyIn(theirs.entries, mine.entries),
  };
}
