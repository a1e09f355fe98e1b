import { describe, expect, test } from 'vitest';
import { cleanName } from '~/core/run/name';

describe('a name', () => {
  test.each([
    ['  Ada \t Lovelace\n', 'Ada Lovelace'],
    ['\u202eAda', 'Ada'],
    ['\ud83d', ''],
    ['名前'.repeat(40), '名前'.repeat(13)],
    ['👩🏽‍🚀'.repeat(10), '👩🏽‍🚀'.repeat(5)],
  ])('%j is kept as %j', (text, name) => expect(cleanName(text)).toBe(name));
});
