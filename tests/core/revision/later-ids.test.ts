import { expect, test } from 'vitest';
import { findLaterIds, isLater, isOfLater } from '~/core/revision/later-ids';
import { createRevisionFile, recordRevision } from '~/core/revision/revision';

const pageOf = (items: readonly string[], fields: readonly string[] = []) => ({
  id: 'runbooks/release',
  items,
  fields,
});
const versions = [pageOf(['a', 'b', 'c']), pageOf(['a', 'c', 'd'], ['when']), pageOf(['a', 'b', 'd', 'e'], ['when'])];
const file = versions.reduce(recordRevision, createRevisionFile('runbooks/release'));
const laterThan = (page: ReturnType<typeof pageOf>) =>
  ['a', 'b', 'c', 'd', 'e', 'when', 'x'].filter((id) => isLater(findLaterIds(file, page), id));

test('[RN11] what came to the page only after its version is told from what is gone', () => {
  expect(versions.map(laterThan)).toEqual([['d', 'e', 'when'], ['e'], []]);
});

test('[RN11] of a version that the file does not know, and without a file, nothing is', () => {
  expect(laterThan(pageOf(['a', 'x']))).toEqual([]);
  expect(isLater(findLaterIds(undefined, versions[0] ?? expect.fail()), 'd')).toBe(false);
});

test('[RN11] an answer to a hold that the page does not ask for is of a later version where there is one that has more', () => {
  const answer = { key: 'hold/a/Support', value: 'go', at: 1, seq: 0, by: '' };
  expect(versions.map((page) => isOfLater(findLaterIds(file, page), answer))).toEqual([true, true, false]);
  expect(isOfLater(findLaterIds(file, versions[0] ?? expect.fail()), { ...answer, key: 'mark/b' })).toBe(false);
});
