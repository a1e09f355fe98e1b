import { beforeEach, describe, expect, test, vi } from 'vitest';
import { identifyItems } from '~/core/page/ids';
import { nameGoneItem } from '~/core/page/former';
import { writeRevisionFile, rememberTexts } from '~/core/revision/remember';
import { createRevisionFile, recordRevision } from '~/core/revision/revision';
import type { Run } from '~/core/run/run';
import { snapshotPageOf } from '~/core/snapshot/snapshot-page';
import { makeItem, makePage } from '../core/arbitraries';

const sections = [
  { anchor: 'web', title: 'Web', depth: 2, parent: '' },
  { anchor: 'db', title: 'DB', depth: 2, parent: '' },
];

/** A page with these items below the headings named. */
function pageOf(...items: [text: string, section: string, title: string][]) {
  const drafts = items.map(([text, , title]) => ({ text, pinned: undefined, headings: [title] }));
  const { ids } = identifyItems(drafts, new Set());
  return makePage({ sections, items: items.map(([text, section], i) => makeItem(ids[i] ?? '', { text, section })) });
}

const before = pageOf(['Ping', 'web', 'Web'], ['Set C++', 'web', 'Web']);
const after = pageOf(['Ping', 'web', 'Web'], ['Ping', 'db', 'DB'], ['Set C#', 'web', 'Web']);
const file = rememberTexts(recordRevision(createRevisionFile(before.id), snapshotPageOf(before)), before);

const run = (...items: (string | undefined)[]): Run => ({
  id: '00c0ffee',
  page: before.id,
  start: 1,
  entries: items.map((item, i) => ({ key: `mark/${item}`, value: 'done', at: 1 + i, seq: 0, by: 'AB' })),
});

let asked: string[] = [];

async function open() {
  vi.resetModules();
  return import('~/stores/page-models');
}

beforeEach(() => {
  asked = [];
  vi.stubGlobal('fetch', (address: string) => {
    asked.push(address.split('/').at(-1) ?? '');
    return Promise.resolve(
      new Response(address.endsWith('page.json') ? JSON.stringify(after) : writeRevisionFile(file)),
    );
  });
});

describe('the pages of listed runs', () => {
  test('remember the texts of what is gone from them, asked for once, and only where a run speaks of it', async () => {
    const { loadPageOf, $pageModels } = await open();
    await loadPageOf(after.id, [run(after.items[1]?.id)]);
    expect(asked).toEqual(['page.json']);
    const [twin, gone] = before.items.map(({ id }) => id);
    await loadPageOf(after.id, [run(twin, gone)]);
    await loadPageOf(after.id, [run(gone)]);
    expect(asked).toEqual(['page.json', 'revisions.json']);
    const model = $pageModels.get().get(after.id);
    expect(model?.kind === 'page' && nameGoneItem(model.structure, gone ?? '')).toBe('Set C++');
  });

  test('a twin that came elsewhere leaves the tick where it stands, in the list as on the page', async () => {
    const { loadPageOf, $pageModels } = await open();
    const one = run(before.items[0]?.id);
    await loadPageOf(after.id, [one]);
    const { viewListed, viewForExport } = await import('~/client/runs/listed-run');
    const model = $pageModels.get().get(after.id);
    expect(viewListed(one, model)?.marks.get(after.items[0]?.id ?? '')).toBe('done');
    expect(viewForExport(one, model).counted.done).toBe(1);
  });
});
