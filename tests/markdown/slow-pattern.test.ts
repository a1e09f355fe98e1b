import { describe, expect, test } from 'vitest';
import { isSlowPattern } from '~/build/markdown/slow-pattern';

describe('a pattern', () => {
  test.each([
    ...['(a+)+', '(a|a)*', '(\\w|\\d)+', '(x+x+)+y', 'release-(?:[0-9]+\\.?)+', '(?<n>a+){2,}b', '(?=(b+)+c)b'],
    ...['^([a-zA-Z0-9])(([\\-.]|[_]+)?([a-zA-Z0-9]+))*$', '\\p{L}*\\p{L}*\\p{L}*\\p{L}*\\p{L}*\\p{L}*\\d', '(é+)+'],
  ])('that can divide a text in too many ways is found: %s', (pattern) => expect(isSlowPattern(pattern)).toBe(true));

  test.each([
    ...['v\\d+\\.\\d+\\.\\d+', 'v\\d+(\\.\\d+)*', '[a-z]+(-[a-z]+)*', '(?:[a-z0-9]+\\.)+[a-z]{2,}', '\\d{4}-\\d{2}'],
    ...[
      '[\\w.+-]+@[\\w-]+\\.[\\w.-]+',
      '(?:\\d{1,3}\\.){3}\\d{1,3}',
      '[0-9a-f]{7,40}',
      '(blue|green)',
      '',
      '.*',
      '(.*)*',
    ],
    ...['https?://[^\\s/]+/.*', '(?:/[^/\\s]+)+/?', '(?:[A-Z]+-\\d+)(?:, [A-Z]+-\\d+)*', '[)(]+|\\(+', '\\u{1F600}+-*'],
  ])('that is decided at once is none of these: %s', (pattern) => expect(isSlowPattern(pattern)).toBe(false));
});
