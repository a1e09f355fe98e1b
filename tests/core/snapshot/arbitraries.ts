import fc from 'fast-check';
import { marks } from '~/core/page/page';
import { answers, keys, type Entry } from '~/core/run/entry';
import { orderEntries, type Run } from '~/core/run/run';
import { cleanText } from '~/core/text';
import type { SnapshotPage } from '~/core/snapshot/snapshot-page';

/** Names and ids that break careless code. */
const hostile = [
  '__proto__',
  'constructor',
  'toString',
  'a/b',
  '/',
  '',
  '#0123456789',
  '<img src=x onerror=alert(1)>',
  '"><script>',
  'نسخة-احتياطية',
  'e\u0301',
  '\u200frtl',
  '%2e%2e',
  '👩‍🚒',
];

/** Pieces of text that no link carries as they are. */
const unclean = [
  '\ud800',
  '\udfff',
  '\u202e',
  '\u2066',
  '\ufeff',
  '\0',
  '\u001b',
  '\u0085',
  '\t',
  '\r\n',
  '\r',
  'e\u0301',
];

const word = fc.string({ unit: fc.constantFrom(...'abcdefgh-'), minLength: 1, maxLength: 12 });
const safeId = fc.oneof(word, fc.constantFrom(...hostile));
const anyId = fc.oneof(safeId, fc.constantFrom(...unclean));

const piece = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 12 }), fc.constantFrom(...hostile, ...unclean, '\n'));
const text = fc.array(piece, { maxLength: 5 }).map((pieces) => pieces.join(''));
const name = fc.oneof(
  fc.constantFrom('', 'AB', 'Ana', 'محمد'),
  text.filter((value) => value.length < 20),
);

const page: fc.Arbitrary<SnapshotPage> = fc.record({
  id: fc.constantFrom('runbooks/release', 'guides/__proto__'),
  items: fc.uniqueArray(anyId, { maxLength: 25 }),
  fields: fc.uniqueArray(anyId, { maxLength: 8 }),
});

const minute = fc.oneof(fc.integer({ min: 29_000_000, max: 29_000_300 }), fc.integer({ min: 0, max: 2 ** 26 - 1 }));
const stamp = fc.record({ at: minute, seq: fc.oneof(fc.nat(2), fc.nat(2 ** 26 - 1)), by: name });

function factOn({ items, fields }: SnapshotPage) {
  const on = (ids: readonly string[]) => fc.oneof(safeId, ...(ids.length > 0 ? [fc.constantFrom(...ids)] : []));
  return fc.oneof(
    { weight: 6, arbitrary: fc.record({ key: on(items).map(keys.mark), value: fc.constantFrom(...marks) }) },
    { weight: 2, arbitrary: fc.record({ key: on(items).map(keys.note), value: text }) },
    { weight: 2, arbitrary: fc.record({ key: on(fields).map(keys.field), value: text }) },
    fc.record({
      key: fc.tuple(safeId, safeId).map(([after, role]) => keys.hold(after, role)),
      value: fc.constantFrom(...answers),
    }),
    fc.record({ key: fc.constantFrom<string>(keys.title, keys.end, 'later/x', '', 'mark'), value: text }),
  );
}

const entriesOn = (on: SnapshotPage): fc.Arbitrary<Entry[]> =>
  fc.array(
    fc.tuple(factOn(on), stamp).map(([fact, when]) => ({ ...fact, ...when })),
    { maxLength: 60 },
  );

/** A run over a page, with entries of what is not on it, texts of every kind, and clocks far apart. */
const runOn = (on: SnapshotPage): fc.Arbitrary<Run> =>
  fc.record({ id: fc.nat(2 ** 32 - 1), start: minute, entries: entriesOn(on) }).map(({ id, start, entries }) => ({
    id: id.toString(16).padStart(8, '0'),
    page: on.id,
    start,
    entries: orderEntries(entries),
  }));

export const pageAndRun = page.chain((on) => fc.tuple(fc.constant(on), runOn(on)));
export const pageAndTwoRuns = page.chain((on) => fc.tuple(fc.constant(on), runOn(on), runOn(on)));

/** The run with clean texts, as people enter them. */
export const clean = (run: Run): Run => ({
  ...run,
  entries: orderEntries(
    run.entries.map((entry) => ({ ...entry, value: cleanText(entry.value), by: cleanText(entry.by) })),
  ),
});
