import { describe, expect, it } from 'vitest';
import { sayFound } from '~/client/search/say-found';
import type { Result, Results } from '~/client/search/search';
import { en } from '~/words/en';

const found = (number: number, rest: Partial<Results> = {}): Results => ({
  results: Array.from({ length: number }, () => ({}) as Result),
  isPartial: false,
  pages: 40,
  left: [],
  corrected: [],
  replaced: [],
  ...rest,
});
const say = (results: Results, open = false) => sayFound(results, 'roll back', open, en.search);

describe('a count of results is told', () => {
  it.each([
    [found(1), '1 place for “roll back”'],
    [found(23), '23 places for “roll back”'],
    [found(23, { isPartial: true }), 'The best 23 places for “roll back”, from 40 pages'],
    [found(3, { rest: 'awaited' }), 'The best places for “roll back”'],
    [found(3, { rest: 'missing' }), 'The best places for “roll back”. The rest of the site could not be searched.'],
  ])('where it is known, and as that of the best where it is not', (results, said) => {
    expect(say(results)).toBe(said);
  });

  it('and of open items none is denied that was not looked at', () => {
    expect(say(found(0), true)).toMatch(/^No open item for “roll back”/);
    expect(say(found(0, { isPartial: true }), true)).toMatch(/^No open item among the best places for “roll back”/);
  });
});
