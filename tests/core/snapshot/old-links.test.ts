import { placeEntries } from '~/core/revision/place-entries';
import { describe, expect, test } from 'vitest';
import { createRandom } from '../../bench/random';
import { createRevisionFile, knownIds, orderOf, recordRevision, type RevisionFile } from '~/core/revision/revision';
import { keys, type Entry } from '~/core/run/entry';
import { orderEntries, stateOf, type Run } from '~/core/run/run';
import { decodeSnapshot, readEnvelope } from '~/core/snapshot/decode';
import { splitKey } from '~/core/snapshot/key';
import type { SnapshotPage } from '~/core/snapshot/snapshot-page';
import { isStranger } from '~/core/snapshot/stranger';
import { generateHistory } from './history';
import { encode } from './links';

/** These are many links, not slow ones, but machines are. */
const patience = { timeout: 120_000 };

const first: SnapshotPage = {
  id: 'runbooks/release',
  items: Array.from({ length: 60 }, (_, i) => `item-${i}`),
  fields: Array.from({ length: 10 }, (_, i) => `field-${i}`),
};

/** A run that says of each item and field, in a note or a value, which one it is: so a misplaced one shows. */
function witness(page: SnapshotPage): Run {
  const entry = (key: string, value: string, i: number): Entry => ({
    key,
    value,
    at: 29_000_000 + i,
    seq: 0,
    by: 'AB',
  });
  return {
    id: '12345678',
    page: page.id,
    start: 29_000_000,
    entries: orderEntries([
      ...page.items.map((id, i) => entry(keys.note(id), id, i)),
      ...page.items.map((id, i) => entry(keys.mark(id), id.length % 2 ? 'done' : 'failed', i)),
      ...page.fields.map((id, i) => entry(keys.field(id), id, i)),
    ]),
  };
}

/** The run that a link holds for a reader who has this page and this file. */
function open(text: string, page: SnapshotPage, file: RevisionFile): Run {
  const envelope = readEnvelope(text);
  if (!envelope.ok) throw new Error(envelope.reason.kind);
  const { head } = envelope.value;
  const known = head.mode === 'R' ? orderOf(file, head.fingerprint) : knownIds(page, file);
  if (known === undefined) throw new Error('the file lacks the revision');
  const run = decodeSnapshot(envelope.value, known);
  if (!run.ok) throw new Error(run.reason.kind);
  return run.value;
}

const wrongIn = (run: Run) =>
  run.entries.filter(({ key, value }) => {
    const { kind, id } = splitKey(key);
    if (kind === 'mark') return !isStranger(id) && value !== (id.length % 2 ? 'done' : 'failed');
    return !isStranger(id) && value !== id;
  });

describe.each([1, 2, 3])('the links of 20 revisions of a page (history %i)', (seed) => {
  const random = createRandom(seed);
  const history = generateHistory(random, first, 20);
  const files: RevisionFile[] = [];
  for (const page of history) files.push(recordRevision(files.at(-1) ?? createRevisionFile(page.id), page));
  const pairs = history.flatMap((old, from) =>
    history.slice(from).map((page, step) => ({ old, page, file: files[from + step] ?? createRevisionFile(page.id) })),
  );
  const goneFrom = (now: readonly string[], then: readonly string[]) =>
    then.filter((id) => !now.includes(id)).toSorted();
  const idsAt = (places: ReadonlyMap<string, string>, place: string) =>
    [...places].flatMap(([id, at]) => (at === place ? [id] : [])).toSorted();

  test('[RV2] name their revision: on every later page all is placed right or named as gone', patience, () => {
    for (const { old, page, file } of pairs) {
      const run = witness(old);
      const opened = open(encode(run, old, 'R'), page, file);
      expect(stateOf(opened)).toEqual(stateOf(run));
      const { items, fields } = placeEntries(opened, page);
      expect(idsAt(items, 'gone')).toEqual(goneFrom(page.items, old.items));
      expect(idsAt(fields, 'gone')).toEqual(goneFrom(page.fields, old.fields));
      expect([...items.values(), ...fields.values()]).not.toContain('unknown');
    }
  });

  test('[SN9] portable: with the ids of the past all is placed right or named as gone', patience, () => {
    for (const { old, page, file } of pairs) {
      const run = witness(old);
      expect(stateOf(open(encode(run, old, 'P'), page, file))).toEqual(stateOf(run));
    }
  });

  test(
    '[SN9] portable: without them what is gone is unknown, never wrong, and travels on until somebody knows it',
    patience,
    () => {
      for (const { old, page, file } of pairs.filter((_, i) => i % 7 === 0)) {
        const run = witness(old);
        const opened = open(encode(run, old, 'P'), page, createRevisionFile(page.id));
        expect(wrongIn(opened)).toEqual([]);
        expect(opened.entries).toHaveLength(run.entries.length);
        const { items } = placeEntries(opened, page);
        expect(idsAt(items, 'unknown')).toHaveLength(goneFrom(page.items, old.items).length);
        expect(idsAt(items, 'gone')).toEqual([]);
        expect(stateOf(open(encode(opened, page, 'P'), page, file))).toEqual(stateOf(run));
      }
    },
  );

  test('[SN5] a run that was passed on, on a later page, still says the same of what is gone', patience, () => {
    const last = history.at(-1) ?? first;
    const file = files.at(-1) ?? createRevisionFile(first.id);
    for (const old of history) {
      const run = witness(old);
      const passed = encode(open(encode(run, old, 'R'), last, file), last, 'R');
      expect(stateOf(open(passed, last, file))).toEqual(stateOf(run));
    }
  });
});
