import { describe, expect, test } from 'vitest';
import { decodeLinkPages, findLinkPage } from '~/core/revision/link-pages';
import { hashPage } from '~/core/snapshot/snapshot-page';

const pages = [
  { id: 'runbooks/a', title: 'A', revisions: ['00000001', 'ffffffff'] },
  { id: 'runbooks/b', title: 'B', revisions: ['00000002'] },
];

describe('the page that a link is of', () => {
  test('[RV6] is the one that had its revision, at any time', () => {
    expect(findLinkPage({ mode: 'R', fingerprint: 0xffffffff }, pages)?.id).toBe('runbooks/a');
    expect(findLinkPage({ mode: 'R', fingerprint: 2 }, pages)?.id).toBe('runbooks/b');
    expect(findLinkPage({ mode: 'R', fingerprint: 3 }, pages)).toBeUndefined();
  });

  test('[RV6] is the one whose hash a portable link holds', () => {
    const head = { mode: 'P', salt: 0, items: [], fields: [] } as const;
    expect(findLinkPage({ ...head, page: hashPage('runbooks/b') }, pages)?.id).toBe('runbooks/b');
    expect(findLinkPage({ ...head, page: hashPage('runbooks/c') }, pages)).toBeUndefined();
  });

  test('is looked for among what is a page in the list alone', () => {
    const foreign = [null, 7, 'x', [], {}, { id: 1, title: 'x', revisions: [] }, { ...pages[0], revisions: [1] }];
    expect(decodeLinkPages([...foreign, ...pages])).toEqual(pages);
    for (const value of [undefined, null, {}, 'x', 7]) expect(decodeLinkPages(value)).toEqual([]);
  });
});
