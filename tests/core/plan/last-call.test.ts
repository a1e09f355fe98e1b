import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Field } from '~/core/page/page';
import { readStructure } from '~/core/page/structure';
import { minuteOfClock, readClock, readZone } from '~/core/plan/clock';
import { countDown, findLastCalls, nextChange } from '~/core/plan/last-call';
import { findWindowEnd, findWindowFields } from '~/core/plan/window';
import { keys, type Entry } from '~/core/run/entry';
import { orderEntries, stateOf } from '~/core/run/run';
import { viewRun } from '~/core/run/view';
import { makeItem, makePage } from '../arbitraries';
import { forAll } from '../law';

/** 2026-11-26 22:00 UTC. */
const evening = Date.UTC(2026, 10, 26, 22) / 60_000;
const at = (text: string) => Date.parse(`${text}Z`) / 60_000;
const utc = () => 0;
const berlin = () => 60;
const field = (id: string, label: string, kind: Field['kind'] = 'text'): Field => ({
  ...{ id, label, kind },
  section: '',
  options: [],
});
const say = (key: string, value: string, minute = evening): Entry => ({ key, value, at: minute, seq: 0, by: 'AB' });

const page = makePage({
  sections: [
    { anchor: 'steps', title: 'Steps', depth: 2, parent: '' },
    { anchor: 'rollback', title: 'Rollback', depth: 2, parent: '' },
    { anchor: 'restore', title: 'Restore', depth: 2, parent: '' },
  ],
  items: [
    makeItem('deploy', { section: 'steps' }),
    makeItem('broken', { section: 'steps' }),
    makeItem('lost', { section: 'steps' }),
    makeItem('undo', { section: 'rollback' }),
    makeItem('fetch', { section: 'restore' }),
  ],
  contingencies: [
    { section: 'rollback', triggers: ['broken'] },
    { section: 'restore', triggers: ['lost'] },
  ],
  fields: [field('window-ends', 'Window ends, Time', 'time')],
});
const plan = { items: { fetch: 45 }, sections: { rollback: 30 }, roles: {} };
const look = (...entries: Entry[]) =>
  viewRun(readStructure(page), { id: '1', page: page.id, start: evening, entries: orderEntries(entries) });
const ends = say(keys.field('window-ends'), '02:50');
const deployed = say(keys.mark('deploy'), 'failed');

describe('a clock in a text', () => {
  it('[PL5] is read with its date and zone, and nothing else is', () => {
    const none = { day: undefined, from: undefined, zone: undefined };
    expect(readClock('2:50')).toEqual({ ...none, minute: 170 });
    expect(readClock(' 02:50 UTC ')).toEqual({ ...none, minute: 170, zone: 0 });
    expect(readClock('02:50Z')).toEqual({ ...none, minute: 170, zone: 0 });
    expect(readClock('02.50 Uhr')).toEqual({ ...none, minute: 170 });
    expect(readClock('2:50 pm (GMT+5:30)')).toEqual({ ...none, minute: 890, zone: 330 });
    expect(readClock('24:00')).toEqual({ ...none, minute: 1440 });
    expect(readClock('22:00–02:50')).toEqual({ ...none, from: 1320, minute: 170 });
    expect(readClock('1970-01-03 02:50')).toEqual({ ...none, day: 2, minute: 170 });
    expect(readClock('3.1.1970, 02:50')).toEqual({ ...none, day: 2, minute: 170 });
    for (const text of [
      '',
      'soon',
      '25:00',
      '02:60',
      '2026-02-30 02:50',
      '2:5',
      'about 02:50',
      '02:50 or 03:50',
      '24:01',
    ])
      expect(readClock(text), text).toBeUndefined();
    expect([readZone('Window ends, in UTC'), readZone('UTC-3'), readZone('Zone'), readZone('Autz')]).toEqual([
      0,
      -180,
      undefined,
      undefined,
    ]);
  });

  it('[PL5] is the first such time after it was entered, unless it has a date', () => {
    const minute = (text: string, offset = utc) => minuteOfClock(readClock(text) ?? expect.fail(text), evening, offset);
    expect(minute('02:50')).toBe(at('2026-11-27T02:50'));
    expect(minute('22:00')).toBe(evening);
    expect(minute('23:30', berlin)).toBe(at('2026-11-26T22:30'));
    expect(minute('02:50', berlin)).toBe(at('2026-11-27T01:50'));
    expect(minute('02:50 UTC', berlin)).toBe(at('2026-11-27T02:50'));
    expect(minute('2026-12-01 23:00–01:00')).toBe(at('2026-12-02T01:00'));
    forAll([fc.integer({ min: 0, max: 1439 }), fc.integer({ min: -720, max: 840 })], (of, ahead) => {
      const found = minuteOfClock({ day: undefined, from: undefined, minute: of, zone: ahead }, evening, utc);
      expect(found).toBeGreaterThanOrEqual(evening);
      expect(found).toBeLessThan(evening + 1440);
      expect((found + ahead) % 1440).toBe(of);
    });
  });
});

describe('the latest time for a contingency', () => {
  it('[PL5] finds the window’s end by the words of its field', () => {
    const found = (...labels: string[]) =>
      findWindowFields({ fields: labels.map((label, i) => field(`f${i}`, label)) }).map(({ label }) => label);
    expect(found('Lead, Name', 'Deployment window, Start', 'Deployment window, End')).toEqual([
      'Deployment window, End',
      'Deployment window, Start',
    ]);
    expect(found('Ende des Wartungsfensters')).toHaveLength(1);
    expect(found('Windows version', 'Weekend window cleaner', 'Start, Time')).toEqual(['Weekend window cleaner']);
    const fields = [
      field('w_start', 'Window, Start'),
      field('w_end', 'Window, End'),
      field('w_date', 'Window, Date', 'date'),
    ];
    const read = (values: Record<string, string>) =>
      findWindowEnd(
        { fields },
        stateOf(look(...Object.entries(values).map(([id, value]) => say(keys.field(id), value))).run ?? expect.fail()),
        utc,
      );
    expect(read({ w_start: '22:00', w_end: '02:50' })).toBe(at('2026-11-27T02:50'));
    expect(read({ w_end: '02:50', w_date: '2026-12-03' })).toBe(at('2026-12-03T02:50'));
    expect(read({ w_start: '22:00' })).toBeUndefined();
    expect(read({ w_start: '22:00–03:00' })).toBe(at('2026-11-27T03:00'));
    expect(read({ w_end: 'when we are through' })).toBeUndefined();
  });

  it('[PL4] [PL6] is the window’s end without the time that it takes, while it can still be needed', () => {
    const calls = (...entries: Entry[]) => findLastCalls(look(...entries), plan, utc);
    const windowEnd = at('2026-11-27T02:50');
    expect(calls(ends)).toEqual([
      { section: 'restore', title: 'Restore', takes: 45, windowEnd, latest: windowEnd - 45 },
      { section: 'rollback', title: 'Rollback', takes: 30, windowEnd, latest: windowEnd - 30 },
    ]);
    expect(calls(ends, say(keys.mark('lost'), 'done')).map(({ section }) => section)).toEqual([]);
    expect(calls(ends, deployed)).toEqual([]);
    expect(calls(ends, say(keys.end, 'yes'))).toEqual([]);
    expect(findLastCalls(look(deployed), plan, utc)).toEqual([]);
    expect(findLastCalls(look(ends), { ...plan, items: {}, sections: {} }, utc)).toEqual([]);
  });

  it('[PL7] is counted down in its last half hour, and wakes nobody for nothing', () => {
    const call = { section: 'rollback', title: 'Rollback', takes: 30, windowEnd: 1030, latest: 1000 };
    expect([969, 970, 999, 1000, 1001, 1029, 1030].map((now) => countDown(call, now))).toEqual([
      undefined,
      { left: 30 },
      { left: 1 },
      { left: 0 },
      'passed',
      'passed',
      undefined,
    ]);
    expect([0, 970, 1000, 1001, 1030].map((now) => nextChange([call], now))).toEqual([970, 971, 1001, 1030, undefined]);
    forAll([fc.integer({ min: 900, max: 1100 })], (now) => {
      const next = nextChange([call], now) ?? 2000;
      for (let minute = now; minute < next; minute++) expect(countDown(call, minute)).toEqual(countDown(call, now));
    });
  });
});
