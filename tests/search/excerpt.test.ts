import { describe, expect, it } from 'vitest';
import { cutExcerpt, foundWords, markText, type Segment } from '~/core/search/excerpt';

const match = (at: number, length = 1) => ({ at, length, quality: 1 });
const show = (segments: readonly Segment[]) => segments.map(({ text, found }) => (found ? `[${text}]` : text)).join('');
const long = `${'filler words stand here '.repeat(20)}the rate limit is set in one file, and read again after a reload ${'and so on '.repeat(30)}`;

describe('what was found is marked', () => {
  it('in the place’s own text, side by side as one', () => {
    expect(show(markText('Set the rate limit: 429', 10, [match(12), match(13), match(14)]))).toBe(
      'Set the [rate limit: 429]',
    );
  });

  it('in a line around it, which begins and ends between words', () => {
    const line = show(cutExcerpt(long, 100, [match(100 + 81), match(100 + 82)]));
    expect(line).toContain('the [rate limit] is set');
    expect(line).toMatch(/^….*…$/);
    expect(line.length).toBeLessThan(170);
  });

  it('in scripts without spaces', () => expect(show(markText('备份数据库', 0, [match(2, 3)]))).toBe('备份[数据库]'));

  it('and a text in which nothing was found is shown from its beginning', () => {
    expect(show(cutExcerpt('First line.\nSecond.', 0, []))).toBe('First line. Second.');
  });

  it('by its words, to mark them on the page', () => {
    expect(foundWords('Réstart the API', 5, [match(5), match(7)])).toEqual(['restart', 'api']);
  });
});
