import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readStructure } from '~/core/page/structure';
import type { Entry } from '~/core/run/entry';
import { orderEntries, type Run } from '~/core/run/run';
import { scaleTime } from '~/core/timeline/time-scale';
import { describeDuration, readTimeline } from '~/core/timeline/timeline';
import { layOutTimeline } from '~/core/timeline/layout';
import { makeItem, makePage, run } from '../arbitraries';
import { forAll } from '../law';

const structure = readStructure(
  makePage({
    sections: [
      { anchor: 'prepare', title: 'Prepare', depth: 2, parent: '' },
      { anchor: 'tests', title: 'Tests', depth: 3, parent: 'prepare' },
      { anchor: 'steps', title: 'Steps', depth: 2, parent: '' },
      { anchor: 'rollback', title: 'Rollback', depth: 3, parent: 'steps' },
    ],
    items: [
      makeItem('backup', { section: 'prepare' }),
      makeItem('verify', { section: 'tests' }),
      makeItem('deploy', { section: 'steps' }),
      makeItem('__proto__', { section: 'steps' }),
      makeItem('نسخة', { section: 'steps' }),
      makeItem('slow', { section: 'rollback' }),
      makeItem('broken', { section: 'rollback' }),
      makeItem('restore', { section: 'rollback' }),
    ],
    contingencies: [{ section: 'rollback', triggers: ['slow', 'broken'] }],
    holds: [{ after: 'steps', roles: ['Lead'] }],
  }),
);

const made = (...facts: [item: string, mark: string, at: number][]): Run => ({
  id: '00c0ffee',
  page: 'p',
  start: 0,
  entries: orderEntries(
    facts.map(([item, value, at]): Entry => {
      return { key: item.includes('/') ? item : `mark/${item}`, value, at, seq: 0, by: 'AB' };
    }),
  ),
});
const read = (...facts: [string, string, number][]) => readTimeline(structure, made(...facts));

describe('a run’s timeline', () => {
  test('[TL1] has a stretch for each outermost section and contingency, with its first and last minute', () => {
    const { stretches, duration } = read(['verify', 'done', 130], ['backup', 'done', 100], ['restore', 'done', 190]);
    expect(stretches).toMatchObject([
      {
        section: 'prepare',
        span: { first: 100, last: 130 },
        duration: 30,
        isContingency: false,
        progress: { done: 2 },
      },
      { section: 'steps', span: undefined, duration: 0, progress: { total: 3 } },
      {
        section: 'rollback',
        span: { first: 190, last: 190 },
        duration: 0,
        isContingency: true,
        progress: { total: 1 },
      },
    ]);
    expect(duration).toBe(90);
  });

  test('[TL1] where one section holds all, those in it are the stretches', () => {
    const page = makePage({
      sections: [
        { anchor: 'all', title: 'All', depth: 1, parent: '' },
        { anchor: 'a', title: 'A', depth: 2, parent: 'all' },
        { anchor: 'b', title: 'B', depth: 2, parent: 'all' },
      ],
      items: [makeItem('x', { section: 'a' }), makeItem('y', { section: 'b' })],
    });
    expect(readTimeline(readStructure(page), made()).stretches.map(({ title }) => title)).toEqual(['A', 'B']);
  });

  test('[TL2] what was taken back is no point; a failure stays one when it was mended', () => {
    const { points } = read(
      ['deploy', 'done', 1],
      ['deploy', 'todo', 2],
      ['deploy', 'failed', 3],
      ['deploy', 'done', 9],
      ['gone', 'done', 5],
    );
    expect(points.map(({ mark, entry }) => `${mark} ${entry.at}`)).toEqual(['failed 3', 'done 9']);
  });

  test('[TL3] a contingency is on from its first trigger to when none is ticked', () => {
    const { alerts } = read(
      ['slow', 'done', 10],
      ['broken', 'done', 12],
      ['slow', 'todo', 14],
      ['broken', 'todo', 16],
      ['broken', 'done', 20],
    );
    expect(alerts).toMatchObject([
      { section: 'rollback', trigger: { id: 'slow' }, on: { at: 10 }, off: { at: 16 } },
      { trigger: { id: 'broken' }, on: { at: 20 }, off: undefined },
    ]);
  });

  test('[TL4] answers to holds are in it; taking one back is none, nor is one of a role that nobody asks', () =>
    expect(
      read(['hold/steps/Lead', 'no-go', 3], ['hold/steps/DBA', 'go', 4], ['hold/steps/Lead', '', 5]).holds,
    ).toMatchObject([{ role: 'Lead', answer: 'no-go', entry: { at: 3 } }]));

  test('[TL1] the whole lasts from the first fact to the last, whatever it is', () =>
    expect(read(['deploy', 'done', 9], ['hold/steps/Lead', 'go', 3], ['broken', 'todo', 30]).span).toEqual({
      first: 3,
      last: 9,
    }));

  test('[TL1] a run without entries has no span', () =>
    expect(read()).toMatchObject({ span: undefined, duration: 0, points: [] }));

  test('[TL1] no time is negative, and every stretch lies within the whole', () =>
    forAll([run], (any) => {
      const { span, duration, stretches } = readTimeline(structure, any);
      expect(duration).toBeGreaterThanOrEqual(0);
      for (const one of stretches) {
        expect(one.duration).toBeGreaterThanOrEqual(0);
        if (one.span)
          expect([span?.first, span?.last]).toEqual([
            Math.min(one.span.first, span?.first ?? 0),
            Math.max(one.span.last, span?.last ?? 0),
          ]);
      }
    }));
});

describe('durations', () => {
  test.each([
    [0, 0, 0, 0],
    [59.6, 0, 1, 0],
    [1506, 1, 1, 6],
    [-5, 0, 0, 0],
    [Number.NaN, 0, 0, 0],
  ])('[TL6] %d minutes are %i days, %i hours and %i minutes', (minutes, days, hours, rest) =>
    expect(describeDuration(minutes)).toEqual({ days, hours, minutes: rest }),
  );
});

const minutes = fc.array(fc.oneof(fc.nat(500), fc.nat(2 ** 26 - 1)), { maxLength: 80, size: 'max' });

describe('the picture', () => {
  test('[TL5] keeps the order of time and stays within its width', () =>
    forAll([minutes, fc.integer({ min: -720, max: 840 })], (all, offset) => {
      const { place, ticks, breaks } = scaleTime(all, offset);
      const places = all.toSorted((a, b) => a - b).map(place);
      for (const x of [...places, ...breaks, ...ticks.map((tick) => tick.x)]) {
        expect(x).toBeGreaterThanOrEqual(0);
        expect(x).toBeLessThanOrEqual(1000.001);
      }
      expect(places).toEqual(places.toSorted((a, b) => a - b));
      const gaps = ticks.slice(1).map(({ x }, i) => x - (ticks[i]?.x ?? x));
      for (const gap of gaps) expect(gap).toBeGreaterThanOrEqual(90);
    }));

  test('[TL5] a night or a wrong clock does not squeeze the work', () => {
    const { place, breaks } = scaleTime([0, 60, 60 + 14 * 60, 160 + 14 * 60, 20_000_000]);
    expect(breaks.length).toBe(2);
    expect(place(60)).toBeCloseTo(345);
    expect(place(20_000_000)).toBeCloseTo(1000);
  });

  test('[TL5] one moment stands in the middle, and the axis has round hours of the reader', () => {
    expect(scaleTime([7]).place(7)).toBe(500);
    expect(scaleTime([0, 170], 30).ticks.map(({ at }) => at)).toEqual([0, 30, 60, 90, 120, 150]);
  });

  test('[TL5] marks that would touch are one, with their number; labels that have room share a lane', () => {
    const timeline = read(
      ['backup', 'done', 100],
      ['verify', 'done', 101],
      ['broken', 'done', 0],
      ['hold/steps/Lead', 'go', 150],
    );
    const { points, labels } = layOutTimeline(timeline, () => 200);
    expect(points.map((group) => group.points.length)).toEqual([2, 1]);
    expect(labels.map(({ lane, anchor }) => `${lane} ${anchor}`)).toEqual(['0 start', '0 end']);
  });

  const wide = fc.array(
    fc.tuple(
      fc.constantFrom('backup', 'verify', 'deploy', 'restore', 'slow'),
      fc.constantFrom('done', 'failed', 'skipped', 'todo'),
      fc.nat(400),
    ),
    { maxLength: 60 },
  );
  const answers = fc.array(fc.tuple(fc.constant('hold/steps/Lead'), fc.constantFrom('go', 'no-go'), fc.nat(400)), {
    maxLength: 8,
  });

  test('[TL5] every point is drawn once, no two cover each other, nor do two labels', () =>
    forAll([wide, answers, fc.integer({ min: 1, max: 300 })], (facts, holds, labelWidth) => {
      const timeline = readTimeline(structure, made(...facts, ...holds));
      const { points, labels, rows } = layOutTimeline(timeline, () => labelWidth);
      expect(points.flatMap((group) => group.points).length).toBe(timeline.points.length);
      expect(labels.length).toBe(timeline.holds.length + timeline.alerts.length);
      points.forEach((a, i) => {
        expect(a.lane).toBeLessThan(rows[a.row]?.lanes ?? 0);
        for (const b of points.slice(i + 1)) {
          if (a.row === b.row && a.lane === b.lane) expect(Math.abs(a.x - b.x)).toBeGreaterThanOrEqual(13.999);
        }
      });
      const edges = labels.map(({ x, anchor, lane }) => ({ lane, from: anchor === 'start' ? x : x - labelWidth }));
      edges.forEach((a, i) => {
        for (const b of edges.slice(i + 1)) {
          if (a.lane === b.lane) expect(Math.abs(a.from - b.from)).toBeGreaterThanOrEqual(labelWidth - 0.001);
        }
      });
    }));
});
