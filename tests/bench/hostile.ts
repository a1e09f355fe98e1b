import { keys, type Entry } from '~/core/run/entry';
import { orderEntries, type Run } from '~/core/run/run';
import { encodeSnapshot } from '~/core/snapshot/encode';
import type { SnapshotPage } from '~/core/snapshot/snapshot-page';

const many = (count: number, prefix: string) => Array.from({ length: count }, (_, i) => `${prefix}${i}`);

const start = 29_000_000;
const entry = (key: string, value: string, i = 0): Entry => ({ key, value, at: start, seq: 0, by: `${i % 64}` });

/** The largest page that a link may be about, and the ids of another that share none with it. */
export const largestPage: SnapshotPage = { id: 'p', items: many(4096, 'item-'), fields: many(512, 'field-') };

const run = (entries: Entry[]): Run => ({ id: '00000000', page: 'p', start, entries: orderEntries(entries) });

const strangers = many(256, '').map((_, i) => `#${(i * 9_999_991).toString(16).padStart(8, '0')}0${i % 8}`);

const textOf = (run: Run, mode: 'R' | 'P') => {
  const encoded = encodeSnapshot(run, largestPage, { mode });
  if (!encoded.ok) throw new Error(`the worst text is too long: make it less so (${run.entries.length} entries)`);
  return encoded.value;
};

const marks = (count: number) => largestPage.items.slice(0, count).map((id, i) => entry(keys.mark(id), 'done', i));
const notes = (count: number) => largestPage.items.slice(0, count).map((id) => entry(keys.note(id), ''));
const prose = largestPage.fields.slice(0, 6).map((id) => entry(keys.field(id), 'a'.repeat(2000)));
const extras = strangers.map((id) => entry(keys.mark(id), 'done'));

/** Texts that ask for as much work as the caps allow. */
export const hostileTexts = (): [name: string, text: string][] => [
  ['everything at its cap', textOf(run([...marks(4096), ...notes(4096), ...prose, ...extras]), 'R')],
  ['portable, all hashes', textOf(run([...marks(2000), ...notes(500), ...prose, ...extras]), 'P')],
  ['16,064 percent escapes', '%31'.repeat(5354)],
  ['16,064 digits', '1'.repeat(16_064)],
];
