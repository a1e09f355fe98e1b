import { describe, expect, test } from 'vitest';
import { groupPages } from '~/build/site/grouped-pages';

const pages = ['a', 'b', 'c', 'd'].map((id) => ({ id }));
const ids = (groups: ReturnType<typeof groupPages>) =>
  groups.map(({ title, pages: members }) => [title, members.map(({ id }) => id).join('')]);

describe('pages in groups', () => {
  test('follow the navigation; what it does not name comes last', () => {
    const navigation = [
      { title: undefined, pages: ['d'] },
      { title: 'Prepare', pages: ['b', 'a', 'runbooks/x'] },
    ];
    expect(ids(groupPages(pages, navigation, 'More'))).toEqual([
      [undefined, 'd'],
      ['Prepare', 'ba'],
      ['More', 'c'],
    ]);
  });

  test('are one list where the navigation has no headings for them', () => {
    const navigation = [
      { title: undefined, pages: ['c'] },
      { title: undefined, pages: ['a'] },
      { title: 'Empty', pages: ['runbooks/x'] },
    ];
    expect(ids(groupPages(pages, navigation, 'More'))).toEqual([[undefined, 'cabd']]);
    expect(ids(groupPages([], navigation, 'More'))).toEqual([]);
  });
});
