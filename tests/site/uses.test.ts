import { describe, expect, it } from 'vitest';
import { indexUses } from '~/build/site/uses';

const item = (id: string) => ({
  id,
  text: `Do ${id}`,
  list: 0,
  ordered: false,
  number: undefined,
  lastNumber: undefined,
  initial: 'todo' as const,
  parent: undefined,
  section: '',
});
const pageOf = (id: string, items: string[], links: { item?: string; page: string; anchor?: string }[]) => ({
  kind: id.split('/')[0] ?? '',
  id,
  href: `/${id}/`,
  title: id,
  page: { id, title: id, items: items.map(item), fields: [], sections: [], holds: [], contingencies: [] },
  links,
});

describe('what a guide is used in', () => {
  it('is the steps that link to it, by runbook, each once, in their order', () => {
    const uses = indexUses([
      pageOf(
        'runbooks/a',
        ['one', 'two'],
        [
          { item: 'one', page: 'guides/x', anchor: 'p' },
          { item: 'one', page: 'guides/x', anchor: 'q' },
          { item: 'two', page: 'guides/x' },
          { item: 'two', page: 'guides/y' },
        ],
      ),
      pageOf('runbooks/b', ['three'], [{ item: 'three', page: 'guides/x' }]),
    ]);
    expect(uses.get('guides/x')).toEqual([
      {
        id: 'runbooks/a',
        href: '/runbooks/a/',
        title: 'runbooks/a',
        steps: [
          { id: 'one', text: 'Do one' },
          { id: 'two', text: 'Do two' },
        ],
      },
      { id: 'runbooks/b', href: '/runbooks/b/', title: 'runbooks/b', steps: [{ id: 'three', text: 'Do three' }] },
    ]);
    expect(uses.get('guides/y')).toHaveLength(1);
  });

  it('leaves out links in prose, and those of guides', () => {
    const links = [{ page: 'guides/x' }];
    expect(indexUses([pageOf('runbooks/a', [], links)]).size).toBe(0);
    expect(indexUses([pageOf('guides/b', ['one'], [{ item: 'one', page: 'guides/x' }])]).size).toBe(0);
  });
});
