// @vitest-environment happy-dom
import { h, render } from 'preact';
import { beforeEach, describe, expect, test } from 'vitest';
import Differences from '~/client/desk/Differences';
import { clockOf, stampOf } from '~/client/text/clock-text';
import { titleOfRun } from '~/client/text/run-title';
import { fullTimeOf, whenOf } from '~/client/text/when-text';
import { readStructure } from '~/core/page/structure';
import type { Run } from '~/core/run/run';
import { en } from '~/words/en';
import { makeItem, makePage } from '../core/arbitraries';

/** An afternoon, in the zone of this machine. */
const afternoon = Math.floor(new Date(2026, 10, 23, 14, 3).getTime() / 60_000);
const day = 24 * 60;

const runOf = (value: string, at: number, by: string): Run => ({
  id: '00c0ffee',
  page: 'runbooks/release',
  start: afternoon,
  entries: [{ key: 'mark/deploy', value, at, seq: 0, by }],
});

beforeEach(() => render(null, document.body));

describe.each(['en', 'en-GB', 'de'])('times on a page in %s', (lang) => {
  beforeEach(() => (document.documentElement.lang = lang));

  test('have one clock, on stamps, in lists and in the title of a run that nobody has named', () => {
    expect(clockOf(afternoon)).toBe('14:03');
    expect(stampOf(afternoon, afternoon)).toBe('14:03');
    for (const told of [
      stampOf(afternoon, afternoon - day),
      whenOf(afternoon, afternoon + day),
      fullTimeOf(afternoon),
      titleOfRun(runOf('done', afternoon, 'AB')),
    ]) {
      expect(told).toMatch(/23.*, 14:03$/);
    }
  });

  test('of entries that differ name the day where it is not the first of the reader’s run', () => {
    const structure = readStructure(makePage({ items: [makeItem('deploy')] }));
    const [mine, theirs] = [runOf('done', afternoon, 'Ada'), runOf('failed', afternoon + day, 'Kim')];
    render(h(Differences, { mine, theirs, structure, words: en }), document.body);
    const told = [...document.querySelectorAll('td small')].map(({ textContent }) => textContent);
    expect(told).toEqual(['14:03 Ada', expect.stringMatching(/^.*24.*, 14:03 Kim$/)]);
  });
});
