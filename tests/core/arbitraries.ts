import fc from 'fast-check';
import { marks, type Item, type Page } from '~/core/page/page';
import { keys, type Entry } from '~/core/run/entry';
import { orderEntries, type Run } from '~/core/run/run';

/** Few items, people and minutes, so that entries often meet and tie. */
export const itemIds = ['backup', 'deploy', 'verify', '__proto__', 'نسخة'] as const;

const by = fc.constantFrom('', 'AB', 'KL', '<b>M</b>', 'محمد');
const text = fc.oneof(fc.constantFrom('', 'constructor', '#4821', 'Lock timeout'), fc.string({ unit: 'grapheme' }));
const item = fc.constantFrom(...itemIds);

const fact = fc.oneof(
  fc.record({ key: item.map(keys.mark), value: fc.constantFrom(...marks) }),
  fc.record({ key: item.map(keys.note), value: text }),
  fc.record({ key: fc.constantFrom('contact--lead--name', 'toString').map(keys.field), value: text }),
  fc.record({ key: fc.constant(keys.hold('steps', 'Lead')), value: fc.constantFrom('go', 'no-go', '') }),
  fc.record({ key: fc.constant<string>(keys.title), value: text }),
);

export const entry: fc.Arbitrary<Entry> = fc
  .tuple(fact, fc.record({ at: fc.integer({ min: 29_000_000, max: 29_000_004 }), seq: fc.nat(2), by }))
  .map(([what, stamp]) => ({ ...what, ...stamp }));

export const entries = fc.array(entry, { maxLength: 30 });

export const run: fc.Arbitrary<Run> = fc
  .record({ start: fc.integer({ min: 28_999_990, max: 29_000_000 }), entries })
  .map(({ start, entries }) => ({ id: '00c0ffee', page: 'runbooks/release', start, entries: orderEntries(entries) }));

/** An item with what a test leaves unsaid. */
export const makeItem = (id: string, rest: Partial<Item> = {}): Item => ({
  id,
  text: id,
  section: '',
  parent: undefined,
  list: 0,
  ordered: false,
  number: undefined,
  lastNumber: undefined,
  initial: 'todo',
  ...rest,
});

/** A page with what a test leaves unsaid. */
export const makePage = (rest: Partial<Page>): Page => ({
  id: 'runbooks/release',
  title: 'Release',
  sections: [],
  items: [],
  fields: [],
  contingencies: [],
  holds: [],
  ...rest,
});
