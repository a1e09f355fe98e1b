import { describe, expect, test } from 'vitest';
import { keys, type Entry } from '~/core/run/entry';
import { orderEntries, type Run } from '~/core/run/run';
import { openWriter } from '~/core/snapshot/channel';
import { createCoder, createNumberModel, type Coder } from '~/core/snapshot/coder';
import { encodeSnapshot } from '~/core/snapshot/encode';
import { codeHead } from '~/core/snapshot/head';
import { modes, seal } from '~/core/snapshot/seal';
import { fingerprint, hashPage, type SnapshotPage } from '~/core/snapshot/snapshot-page';
import { decode, refusalOf } from './links';

const start = 29_000_000;
const many = (count: number, prefix = 'i') => Array.from({ length: count }, (_, i) => `${prefix}${i}`);
const page: SnapshotPage = { id: 'p', items: many(300), fields: many(20, 'f') };
const entry = (key: string, rest: Partial<Entry> = {}): Entry => ({
  key,
  value: 'done',
  at: start,
  seq: 0,
  by: '',
  ...rest,
});
const run = (entries: Entry[], rest: Partial<Run> = {}): Run => ({
  id: '0000beef',
  page: 'p',
  start,
  entries: orderEntries(entries),
  ...rest,
});

const texts = (bytes: number) => many(8, 'f').map((id) => entry(keys.field(id), { value: 'é'.repeat(bytes / 16) }));

/** Things that are as large as they may be, each with the least that is more. Random letters are dear: noise has its own test. */
const edges: [name: string, most: [Run, SnapshotPage], more: [Run, SnapshotPage]][] = [
  ['4,096 items', [run([]), { ...page, items: many(4096) }], [run([]), { ...page, items: many(4097) }]],
  ['512 fields', [run([]), { ...page, fields: many(512) }], [run([]), { ...page, fields: many(513) }]],
  [
    '64 people',
    [run(many(64).map((id) => entry(keys.mark(id), { by: `by ${id}` }))), page],
    [run(many(65).map((id) => entry(keys.mark(id), { by: `by ${id}` }))), page],
  ],
  [
    'a name of 80 bytes',
    [run([entry(keys.mark('i0'), { by: 'é'.repeat(40) })]), page],
    [run([entry(keys.mark('i0'), { by: `${'é'.repeat(40)}.` })]), page],
  ],
  [
    'a text of 2,000 bytes',
    [run([entry(keys.note('i0'), { value: 'é'.repeat(1000) })]), page],
    [run([entry(keys.note('i0'), { value: `${'é'.repeat(1000)}.` })]), page],
  ],
  [
    '16 KiB of text',
    [run(texts(16_000)), page],
    [run([...texts(16_000), entry('end', { value: 'x'.repeat(385) })]), page],
  ],
  [
    '256 extras',
    [run(many(256, 'gone').map((id) => entry(keys.mark(id)))), page],
    [run(many(257, 'gone').map((id) => entry(keys.mark(id)))), page],
  ],
  [
    'an id of 200 bytes',
    [run([entry(keys.mark('g'.repeat(200)))]), page],
    [run([entry(keys.mark('g'.repeat(201)))]), page],
  ],
  [
    'the year 2097',
    [run([entry(keys.mark('i0'), { at: 2 ** 26 - 1 })], { start: 2 ** 26 - 1 }), page],
    [run([entry(keys.mark('i0'), { at: 2 ** 26 })]), page],
  ],
];

describe.each(modes)('caps of mode %s', (mode) => {
  test.each(edges)('[SN6] %s fit; more is oversize', (_, [full, on], [over, onMore]) => {
    const text = encodeSnapshot(full, on, { mode });
    expect(text.ok && decode(text.value, on).entries).toEqual(full.entries);
    expect(encodeSnapshot(over, onMore, { mode })).toEqual({ ok: false, reason: 'oversize' });
  });

  test.each([
    ['a start before 1970', run([], { start: -1 })],
    ['a start that is no whole minute', run([], { start: 0.5 })],
    ['a time before 1970', run([entry('title', { at: -1 })])],
    ['a time that is no number', run([entry('title', { at: NaN })])],
    ['a time that is no whole minute', run([entry('title', { at: 1.5 })])],
  ])('[SN6] %s does not fit', (_, odd) =>
    expect(encodeSnapshot(odd, page, { mode })).toEqual({ ok: false, reason: 'oversize' }),
  );

  test('[SN6] more than 16,000 characters are oversize', () => {
    let seed = 1;
    const noise = () => {
      seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0;
      return String.fromCharCode(33 + Math.floor((seed / 2 ** 32) * 94));
    };
    const noisy = (each: number) =>
      run(many(8, 'f').map((id) => entry(keys.field(id), { value: Array.from({ length: each }, noise).join('') })));
    const fits = encodeSnapshot(noisy(1700), page, { mode });
    expect(fits.ok && fits.value.length).toBeGreaterThan(14_000);
    expect(encodeSnapshot(noisy(2000), page, { mode })).toEqual({ ok: false, reason: 'oversize' });
  });
});

/** A link with a right checksum whose body is written by hand up to a point. */
function forge(write: (coder: Coder) => void): string {
  const writer = openWriter();
  const coder = createCoder(writer);
  codeHead(coder, 'R', { mode: 'R', fingerprint: fingerprint(page) });
  coder.raw(32, 0);
  coder.raw(26, start);
  write(coder);
  return seal('R', writer.finish());
}

describe('a forged count', () => {
  const oversize = { kind: 'oversize' };

  test('[SN6] of people stops the reader before they are read', () =>
    expect(
      refusalOf(
        forge((coder) => coder.number(createNumberModel(), 0, 100, 127)),
        page,
      ),
    ).toEqual(oversize));

  test('[SN6] of a name’s bytes stops the reader', () => {
    const forged = forge((coder) => {
      coder.number(createNumberModel(), 0, 1, 64);
      coder.number(createNumberModel(), 0, 100, 127);
    });
    expect(refusalOf(forged, page)).toEqual(oversize);
  });

  test('[SN6] of portable items stops the reader', () => {
    const writer = openWriter();
    const coder = createCoder(writer);
    coder.raw(32, hashPage(page.id));
    coder.raw(8, 0);
    coder.number(createNumberModel(), 0, 8000, 8191);
    expect(refusalOf(seal('P', writer.finish()), page)).toEqual(oversize);
  });

  test('[SN6] that the bytes do not hold stops the reader where they end', () => {
    const writer = openWriter();
    const coder = createCoder(writer);
    coder.raw(32, hashPage(page.id));
    coder.raw(8, 0);
    coder.number(createNumberModel(), 0, 4096, 4096);
    expect(refusalOf(seal('P', writer.finish()), page)).toEqual({ kind: 'corrupt' });
  });
});
