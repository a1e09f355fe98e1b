import { describe, expect, test } from 'vitest';
import { readStructure } from '~/core/page/structure';
import { keys } from '~/core/run/entry';
import { orderEntries } from '~/core/run/run';
import { readTimeline } from '~/core/timeline/timeline';
import { cutTitle, drawTimeline } from '~/core/timeline/geometry';
import { labelMoment, listHappenings } from '~/client/timeline/moments';
import { en } from '~/words/en';
import { makeItem, makePage } from '../arbitraries';

const structure = readStructure(
  makePage({
    sections: [
      { anchor: 'prepare', title: 'Prepare', depth: 2, parent: '' },
      { anchor: 'steps', title: 'Steps', depth: 2, parent: '' },
      { anchor: 'rollback', title: 'Rollback', depth: 2, parent: '' },
    ],
    items: [
      ...Array.from({ length: 30 }, (_, i) => makeItem(`check-${i}`, { section: 'prepare' })),
      makeItem('deploy', { section: 'steps' }),
      makeItem('broken', { section: 'rollback' }),
    ],
    contingencies: [{ section: 'rollback', triggers: ['broken'] }],
    holds: [{ after: 'prepare', roles: ['Deployment Lead', 'Support Lead'] }],
  }),
);
const run = {
  id: '00c0ffee',
  page: 'runbooks/release',
  start: 1000,
  entries: orderEntries(
    [
      ...Array.from({ length: 30 }, (_, i) => [keys.mark(`check-${i}`), i % 7 === 0 ? 'failed' : 'done', 1000 + i]),
      [keys.hold('prepare', 'Deployment Lead'), 'go', 1031],
      [keys.hold('prepare', 'Support Lead'), 'no-go', 1032],
      [keys.mark('broken'), 'done', 1040],
      [keys.end, 'ended', 1050],
    ].map(([key, value, at]) => ({ key: String(key), value: String(value), at: Number(at), seq: 0, by: 'Jane Doe' })),
  ),
};
const timeline = readTimeline(structure, run);
const labelOf = (moment: Parameters<typeof labelMoment>[0]) => labelMoment(moment, structure, en);

describe('the picture of a timeline', () => {
  test.each([300, 358, 680, 1200])('stays within %d pixels, and nothing in it covers another', (width) => {
    const picture = drawTimeline(timeline, width, labelOf, 0);
    expect(picture.rows.map(({ index }) => index)).toEqual([0, 2]);
    for (const { x, width: wide } of picture.rows) {
      expect(x).toBeGreaterThanOrEqual(0);
      expect(x + wide).toBeLessThanOrEqual(width);
    }
    const points = picture.points.map(({ x, row, lane }) => ({ x, at: `${row} ${lane}` }));
    for (const [i, a] of points.entries()) {
      for (const b of points.slice(i + 1)) if (a.at === b.at) expect(Math.abs(a.x - b.x)).toBeGreaterThan(23);
    }
    picture.ticks.slice(1).forEach(({ x }, i) => expect(x - (picture.ticks[i]?.x ?? 0)).toBeGreaterThanOrEqual(58));
  });

  test.each([300, 1200])('has room for planned times, from where each section began, in %d pixels', (width) => {
    const planned = new Map([
      ['prepare', 15],
      ['steps', 60],
      ['rollback', 400],
    ]);
    const [prepare, rollback] = drawTimeline(timeline, width, labelOf, 0, planned).rows;
    expect(prepare && [prepare.planned > 22, prepare.planned < prepare.width]).toEqual([true, true]);
    expect(rollback && rollback.planned > rollback.width).toBe(true);
    expect((rollback?.x ?? 0) + (rollback?.planned ?? 0)).toBeLessThanOrEqual(width);
    for (const row of drawTimeline(timeline, width, labelOf, 0).rows) expect(row.planned).toBe(0);
  });

  test('has no fewer marks on a narrow screen: those without room stand together', () => {
    const count = (width: number) =>
      drawTimeline(timeline, width, labelOf, 0).points.reduce((sum, { points }) => sum + points.length, 0);
    expect(count(300)).toBe(31);
    expect(count(1200)).toBe(31);
    expect(drawTimeline(timeline, 300, labelOf, 0).points.length).toBeLessThan(
      drawTimeline(timeline, 1200, labelOf, 0).points.length,
    );
  });

  test('cuts a title that its duration would be written over', () => {
    expect(cutTitle('Pre-deployment preparation', '1 h 41 min', 600)).toBe('Pre-deployment preparation');
    expect(cutTitle('Pre-deployment preparation', '1 h 41 min', 240)).toBe('Pre-deployment prep…');
  });

  test('says in its table all that it shows: marks, answers, the contingency, the end', () => {
    const happenings = listHappenings(timeline, structure, run, en);
    expect(happenings).toHaveLength(30 + 2 + 1 + 1 + 1);
    expect(happenings.slice(-5).map(({ what, state, isBad }) => [what, state, isBad])).toEqual([
      ['Go / no-go, Deployment Lead', 'Go', false],
      ['Go / no-go, Support Lead', 'No-go', true],
      ['broken', 'Done', false],
      ['broken', 'Rollback: on', true],
      ['Run ended', '', false],
    ]);
  });
});
