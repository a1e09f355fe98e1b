import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { keys, type Entry } from '~/core/run/entry';
import { addEntries, mergeRuns, orderEntries, stateOf, type Run } from '~/core/run/run';
import { canTravel, layOut } from '~/core/snapshot/body';
import { encodeRecord, writeBody } from '~/core/snapshot/encode';
import type { Head } from '~/core/snapshot/head';
import { modes, seal } from '~/core/snapshot/seal';
import { fingerprint, type SnapshotPage } from '~/core/snapshot/snapshot-page';
import { findSuperseded } from '~/core/snapshot/superseded';
import { generatePage, generateRun } from '../../bench/generate-runs';
import { clean, pageAndRun, pageAndTwoRuns } from './arbitraries';
import { records } from './golden-runs';
import { decode, encode, refusalOf } from './links';

const page: SnapshotPage = {
  id: 'runbooks/release',
  items: ['backup', 'deploy', 'broken'],
  fields: ['lead'],
  triggers: ['broken'],
};
const entry = (key: string, value: string, at: number, seq = 0, by = 'AB'): Entry => ({ key, value, at, seq, by });
const run = (...entries: Entry[]): Run => ({
  id: '00c0ffee',
  page: page.id,
  start: 100,
  entries: orderEntries(entries),
});
const record = (of: Run) => findSuperseded(of, page, canTravel);

describe.each(modes)('what was superseded, in a link of mode %s', (mode) => {
  test('[SN13] failures, answers to holds, triggers and ends travel; all else stays behind', () => {
    const kept = [
      entry(keys.mark('deploy'), 'failed', 110),
      entry(keys.mark('deploy'), 'done', 112),
      entry(keys.mark('broken'), 'done', 113),
      entry(keys.mark('broken'), 'todo', 114),
      entry(keys.hold('backup', 'Lead'), 'no-go', 101),
      entry(keys.hold('backup', 'Lead'), 'go', 102),
      entry(keys.end, 'ended', 120),
      entry(keys.end, '', 121),
      entry(keys.note('deploy'), 'second words', 116),
    ];
    const lost = [
      entry(keys.mark('deploy'), 'done', 109),
      entry(keys.note('deploy'), 'first words', 115),
      entry(keys.title, 'Old', 100),
      entry(keys.title, 'New', 101),
    ];
    const sent = run(...kept, ...lost);
    expect(encode(sent, page, mode)).toMatch(/^2/);
    expect(decode(encode(sent, page, mode), page)).toEqual(run(...kept, entry(keys.title, 'New', 101)));
  });

  test('[SN13] a link without any of that is of format 1, whatever the page is', () => {
    const plain = run(entry(keys.mark('deploy'), 'failed', 110), entry(keys.mark('backup'), 'done', 111));
    expect(encode(plain, page, mode)).toMatch(/^1/);
    expect(encode(plain, page, mode)).toBe(
      encode(plain, { id: page.id, items: page.items, fields: page.fields }, mode),
    );
  });

  test('[SN13] a name that was given in the same minute takes the place of none', () => {
    const signed = run(
      entry(keys.mark('broken'), 'done', 110, 0, ''),
      entry(keys.mark('broken'), 'done', 110, 1, 'Ada'),
    );
    expect(encode(signed, page, mode)).toMatch(/^1/);
  });

  test(
    '[SN13] whatever a run holds, what its link brings is in it, and the same link comes of it',
    { timeout: 120_000 },
    () =>
      fc.assert(
        fc.property(pageAndRun, ([on, made]) => {
          const watched = { ...on, triggers: on.items.slice(0, 3) };
          const whole = clean(made);
          const text = encode(whole, watched, mode);
          const brought = decode(text, watched);
          const written = new Set(
            whole.entries.map((one) => JSON.stringify([one.key, one.value, one.at, one.seq, one.by])),
          );
          for (const one of brought.entries) {
            expect(written).toContain(JSON.stringify([one.key, one.value, one.at, one.seq, one.by]));
          }
          expect(encode(brought, watched, mode)).toBe(text);
          expect(text.startsWith('2')).toBe(brought.entries.length > stateOf(brought).size);
        }),
        { numRuns: 150 },
      ),
  );

  test('[SN13] two handovers lose nothing of it, and merging both sides joins it', { timeout: 120_000 }, () =>
    fc.assert(
      fc.property(pageAndTwoRuns, ([on, first, second]) => {
        const hop = (of: Run) => decode(encode(of, on, mode), on);
        const once = hop(clean(first));
        expect(hop(hop(once))).toEqual(once);
        const merged = mergeRuns(once, hop(clean(second)));
        expect(findSuperseded(hop(merged), on, canTravel)).toEqual(findSuperseded(merged, on, canTravel));
      }),
      { numRuns: 100 },
    ),
  );
});

describe('limits', () => {
  const often = run(
    ...Array.from({ length: 300 }, (_, i) => entry(keys.hold('backup', 'Lead'), i % 2 ? 'go' : 'no-go', 100 + i)),
  );

  test('[SN13] more than 256: the oldest are dropped, and that is told', () => {
    const { carried, dropped } = record(often);
    expect(dropped).toBe(43);
    expect(carried).toEqual(often.entries.slice(43, -1));
    const encoded = encodeRecord(often, page, { mode: 'R' });
    expect(encoded).toMatchObject({ ok: true, value: { dropped: 43 } });
    expect(encoded.ok && decode(encoded.value.text, page).entries).toEqual(often.entries.slice(43));
  });

  test('[SN13] where only the state fits, it goes alone, and the rest is told', () => {
    const crowd = Array.from({ length: 140 }, (_, i) =>
      entry(keys.mark('deploy'), i % 2 ? 'done' : 'failed', 100 + i, 0, `P${i}`),
    );
    expect(encodeRecord(run(...crowd), page, { mode: 'R' })).toMatchObject({ ok: true, value: { dropped: 70 } });
    expect(encode(run(...crowd), page, 'R')).toMatch(/^1/);
  });

  test('[SN13] a failure mended, a No-go turned Go and a rollback turned off cost at most 40 characters', () => {
    const large = { ...generatePage(110), triggers: [] as string[] };
    const [failed = '', trigger = ''] = [large.items[70], large.items[100]];
    const watched = { ...large, triggers: [trigger] };
    for (let seed = 1; seed <= 10; seed++) {
      const base = generateRun(large, 0.9, 'stamps', seed);
      const lastMinute = base.entries.at(-1)?.at ?? base.start;
      const state = addEntries(base, [
        entry(keys.mark(failed), 'done', lastMinute + 6, 0, 'AB'),
        entry(keys.hold(large.items[40] ?? '', 'Deployment Lead'), 'go', lastMinute - 60, 0, 'AB'),
        entry(keys.mark(trigger), 'todo', lastMinute + 30, 0, 'AB'),
      ]);
      const record = addEntries(state, [
        entry(keys.mark(failed), 'failed', lastMinute + 2, 0, 'AB'),
        entry(keys.hold(large.items[40] ?? '', 'Deployment Lead'), 'no-go', lastMinute - 75, 0, 'AB'),
        entry(keys.mark(trigger), 'done', lastMinute + 12, 0, 'AB'),
      ]);
      const plain = encode({ ...state, entries: [...stateOf(state).values()] }, watched, 'R').length;
      expect(encode(record, watched, 'R').length - plain).toBeLessThanOrEqual(40);
    }
  });
});

describe('a link of format 2 that this site would not have written', () => {
  const head: Head = { mode: 'R', fingerprint: fingerprint(page) };
  const state = [
    entry(keys.mark('deploy'), 'done', 112),
    entry(keys.note('deploy'), 'x', 112),
    entry(keys.end, '', 120),
  ];
  const past = [entry(keys.mark('deploy'), 'failed', 110)];
  const body = layOut({ id: '00c0ffee', start: 100 }, state, page, past);
  const [one] = body.pastMarks;
  const link = (over: Partial<typeof body>, version: '1' | '2' = '2') =>
    seal('R', writeBody(head, { ...body, ...over }), version);

  test('[SN7] (one that it would have written is read)', () => expect(decode(link({}), page).entries).toHaveLength(4));

  test('[SN7] with the other version’s number, without need for it, twice, or out of order is refused', () => {
    const corrupt = { kind: 'corrupt' };
    expect(refusalOf(link({}, '1'), page)).toEqual(corrupt);
    expect(refusalOf(link({ pastMarks: [] }), page)).toEqual(corrupt);
    if (one === undefined) throw new Error('nothing was superseded');
    expect(refusalOf(link({ pastMarks: [one, one] }), page)).toEqual(corrupt);
    const later = { ...one, fact: { ...one.fact, at: 111 } };
    expect(refusalOf(link({ pastMarks: [later, one] }), page)).toEqual(corrupt);
    const winning = { ...one, fact: { ...one.fact, at: 113 } };
    expect(refusalOf(link({ pastMarks: [winning] }), page)).toEqual(corrupt);
  });

  test('[SN3] cut or changed anywhere it is refused', () => {
    for (const { run: kept, page: on, mode } of Object.values(records)) {
      const text = encode(kept, on, mode);
      for (let i = 0; i < text.length; i++) {
        expect(refusalOf(text.slice(0, i), on).kind).toMatch(/empty|truncated/);
        const other = text[i] === 'A' ? 'B' : 'A';
        expect(refusalOf(text.slice(0, i) + other + text.slice(i + 1), on).kind).toMatch(/corrupt|truncated|version/);
      }
    }
  });
});
