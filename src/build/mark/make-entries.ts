import { findItem } from '~/core/exchange/find-item';
import { leavesBeneath, type Structure } from '~/core/page/structure';
import { followEntry, keys, type Entry } from '~/core/run/entry';
import { findEnd } from '~/core/run/ending';
import { markOf, shownValue } from '~/core/run/marks';
import { addEntries, stateOf, type Run } from '~/core/run/run';
import { cleanLine } from '~/core/text';
import { Exit } from './exit';
import type { HoldAnswer, Options } from './options';

type Fact = { key: string; value: string };

function markFacts(structure: Structure, run: Run, { marks, note }: Options): Fact[] {
  const state = stateOf(run);
  return marks.flatMap(({ mark, item: wanted }) => {
    const found = findItem(structure, wanted);
    if (!found.ok) {
      const { kind, candidates } = found.reason;
      const before = structure.past.items.get(wanted)?.text;
      const hint = before === undefined ? '' : ` The page had it before, as “${before}”.`;
      const list = candidates.map(({ id, text }) => `\n  ${id}  ${text}`).join('');
      throw new Exit(
        4,
        kind === 'unknown' ? `No item of the page is “${wanted}”.${hint}` : `Several items are “${wanted}”:${list}`,
      );
    }
    const { id } = found.value;
    const isGroup = structure.beneath.has(id);
    const leaves = leavesBeneath(structure, id).filter(
      // Items beneath it that somebody has settled stay as they are, as they do when a group is ticked.
      (leaf) => !isGroup || mark === 'todo' || markOf(state, leaf) === 'todo',
    );
    const facts = leaves.map((leaf) => ({ key: keys.mark(leaf.id), value: mark }));
    return note === undefined ? facts : [...facts, { key: keys.note(id), value: cleanLine(note) }];
  });
}

function holdFact({ page }: Structure, { after, role, answer }: HoldAnswer): Fact {
  const hold = page.holds.find((each) => each.after === after);
  if (!hold?.roles.includes(role)) {
    const known = page.holds.flatMap((each) => each.roles.map((one) => `\n  ${each.after}/${one}`)).join('');
    throw new Exit(4, `No hold of the page is “${after}/${role}”.${known && ` There are:${known}`}`);
  }
  return { key: keys.hold(after, role), value: answer };
}

/** An answer to a hold is always somebody's: of a job without a name, the job's. */
const signatureOf = ({ key }: Fact, by: string): string => (key.startsWith('hold/') ? by || 'ci' : by);

/**
 * The entries that the options ask for, each after its key's last one; none where the value stands: a repeated job adds
 * nothing [MK2]. Throws where the run has ended [MK4].
 */
export function makeEntries(structure: Structure, run: Run, options: Options, by: string, now: number): Entry[] {
  const facts = [...markFacts(structure, run, options), ...options.holds.map((hold) => holdFact(structure, hold))];
  let grown = run;
  for (const fact of facts) {
    if (shownValue({ structure, state: stateOf(grown) }, fact.key) === fact.value) continue;
    grown = addEntries(grown, [followEntry(stateOf(grown).get(fact.key), { ...fact, by: signatureOf(fact, by) }, now)]);
  }
  const before = new Set(run.entries);
  const made = grown.entries.filter((entry) => !before.has(entry));
  if (made.length > 0 && findEnd(stateOf(run)) && !options.ended) {
    throw new Exit(
      3,
      'The run has ended. Start a new one, open it again on its page, or add --ended to mark it all the same.',
    );
  }
  return made;
}
