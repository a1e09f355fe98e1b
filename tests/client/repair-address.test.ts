import { describe, expect, test } from 'vitest';
import { repairAddress } from '~/client/desk/repair-address';

describe('a link whose “#” was escaped on the way', () => {
  test.each([
    ['/runbooks/release/%23run=1abcXYZ', '/runbooks/release/?run#run=1abcXYZ'],
    ['/runbooks/release/%2523run=1abcXYZ', '/runbooks/release/?run#run=1abcXYZ'],
    ['/runbooks/release%23run=1abc', '/runbooks/release/?run#run=1abc'],
    ['/runbooks/release/index.html%23run=1abc', '/runbooks/release/?run#run=1abc'],
    ['/runbooks/release/%3Frun%23run%3D1abc', '/runbooks/release/?run#run=1abc'],
    ['/runbooks/release/%253Frun%2523run%253D1abc', '/runbooks/release/?run#run=1abc'],
    ['/runbooks/release/?run%23run=1abc', '/runbooks/release/?run#run=1abc'],
    ['/docs/team/runbooks/release/%23run=1abc', '/docs/team/runbooks/release/?run#run=1abc'],
    ['/runbooks/release/%23run=1abc).', '/runbooks/release/?run#run=1abc'],
    ['//evil.example/%23run=1abc', '//evil.example/?run#run=1abc'],
  ])('%s is %s', (address, repaired) => {
    expect(repairAddress(address)).toBe(repaired);
  });

  test.each(['/runbooks/release/', '/runbooks/release/?run', '/%23run=', '/a/%23step', '/a?x=/%23run=1abc', ''])(
    'nothing else is one: %s',
    (address) => {
      expect(repairAddress(address)).toBeUndefined();
    },
  );
});
