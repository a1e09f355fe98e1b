import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { Run } from '~/core/run/run';
import { stateOf, valueOf } from '~/core/run/run';
import { makeStorage } from './fake-storage';

const run: Run = {
  id: '00c0ffee',
  page: 'runbooks/release',
  start: 10,
  entries: [
    { key: 'title', value: 'v1', at: 10, seq: 0, by: 'AB' },
    { key: 'field/lead', value: 'Jane', at: 11, seq: 0, by: 'AB' },
    { key: 'mark/ping', value: 'done', at: 12, seq: 0, by: 'AB' },
  ],
};

/** A browser of its own: the modules keep state. */
async function open() {
  vi.resetModules();
  const [list, shelf, undo, aside, storage, trouble] = await Promise.all([
    import('~/stores/run-list'),
    import('~/stores/shelf'),
    import('~/stores/undo'),
    import('~/stores/aside-values'),
    import('~/stores/measure-storage'),
    import('~/stores/trouble'),
  ]);
  return { ...list, ...shelf, ...undo, ...aside, ...storage, ...trouble };
}

beforeEach(() => {
  vi.stubGlobal('localStorage', makeStorage());
  vi.stubGlobal('addEventListener', () => undefined);
  vi.stubGlobal('removeEventListener', () => undefined);
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('offline')));
});

describe('the list of runs', () => {
  test('has every run that is kept, and follows each act and its undo', async () => {
    const { openList, saveRun, $runs, renameListed, undo, deleteListed } = await open();
    saveRun(run);
    openList();
    const titles = () => $runs.get().map((kept) => valueOf(stateOf(kept.run), 'title'));
    expect(titles()).toEqual(['v1']);
    renameListed(run, 'v2');
    expect(titles()).toEqual(['v2']);
    undo();
    expect(titles()).toEqual(['v1']);
    deleteListed($runs.get()[0]?.run ?? run);
    expect(titles()).toEqual([]);
    undo();
    expect(titles()).toEqual(['v1']);
  });

  test('Undo leaves a title that another tab has given since; a duplicate has what another tab has entered', async () => {
    const { openList, saveRun, renameListed, duplicateListed, loadRun, undo } = await open();
    saveRun(run);
    openList();
    renameListed(run, 'v2');
    const given = { key: 'title', value: 'v3', at: 40_000_000, seq: 0, by: 'KL' };
    saveRun({ ...run, entries: [given] });
    expect(undo()).toBe('unchanged');
    expect(valueOf(stateOf(loadRun(run.page, run.id) ?? run), 'title')).toBe('v3');
    expect(valueOf(stateOf(duplicateListed(run)), 'title')).toBe('v3');
  });

  test('names a run by what is kept of what was typed, and says so', async () => {
    const { openList, saveRun, $runs, renameListed } = await open();
    const { titleOfRun } = await import('~/client/text/run-title');
    saveRun(run);
    openList();
    const renamed = renameListed(run, '  v2 \u202e\n of  today ');
    expect(titleOfRun(renamed)).toBe('v2 of today');
    expect($runs.get()[0]?.run).toEqual(renamed);
    expect(valueOf(stateOf(renameListed(run, ' \t ')), 'title')).toBe('');
  });

  test('has of one page the runs of this page alone, however its name goes on', async () => {
    const { saveRun } = await open();
    const { listRuns } = await import('~/stores/shelf-list');
    const alike = ['runbooks/release|2', 'runbooks/release|', 'runbooks/release/2'];
    for (const [i, page] of ['runbooks/release', ...alike].entries()) saveRun({ ...run, page, id: `0000000${i}` });
    expect(listRuns('runbooks/release').map(({ run: { id } }) => id)).toEqual(['00000000']);
    expect(listRuns()).toHaveLength(4);
  });

  test('makes a fresh run with title and fields, and nothing ticked', async () => {
    const { openList, saveRun, $runs, duplicateListed, undo } = await open();
    saveRun(run);
    openList();
    const fresh = duplicateListed(run);
    expect([...stateOf(fresh).keys()].toSorted()).toEqual(['field/lead', 'title']);
    expect(fresh.id).not.toBe(run.id);
    expect($runs.get()).toHaveLength(2);
    undo();
    expect($runs.get()).toHaveLength(1);
  });

  test('takes runs in by merging, and takes that back without removing an entry', async () => {
    const { openList, saveRun, $runs, planFor, takeRuns, undo } = await open();
    saveRun(run);
    openList();
    const failed = { key: 'mark/ping', value: 'failed', at: 20, seq: 0, by: 'KL' };
    takeRuns(
      planFor([
        { ...run, entries: [failed] },
        { ...run, id: 'facade00' },
      ]),
    );
    const mark = () => $runs.get().map((kept) => valueOf(stateOf(kept.run), 'mark/ping'));
    expect(mark().toSorted()).toEqual(['done', 'failed']);
    undo();
    expect(mark()).toEqual(['done']);
    expect($runs.get()[0]?.run.entries).toContainEqual(failed);
  });

  test('lists what could not be read, and gives it back after it was thrown away', async () => {
    localStorage.setItem('runsheet|/|run|runbooks/release|00000001', '{"cut');
    const { openList, $aside, $runs, deleteAside, undo, $trouble } = await open();
    openList();
    expect($runs.get()).toEqual([]);
    expect($trouble.get()?.kind).toBe('aside');
    const [value] = $aside.get();
    expect(value).toMatchObject({ page: 'runbooks/release', text: '{"cut' });
    if (value) deleteAside(value);
    expect($aside.get()).toEqual([]);
    undo();
    expect($aside.get()).toEqual([value]);
  });

  test('is empty, and says why, where storage is forbidden', async () => {
    vi.stubGlobal('localStorage', undefined);
    const { openList, $runs, $trouble, measureStorage } = await open();
    openList();
    expect($runs.get()).toEqual([]);
    expect($trouble.get()?.kind).toBe('refused');
    expect(measureStorage()).toEqual({ own: 0, all: 0 });
  });

  test('measures what this site keeps, and what the others of its address do', async () => {
    const { measureStorage } = await open();
    localStorage.setItem('runsheet|/|x', '12345');
    localStorage.setItem('other', '12345');
    expect(measureStorage()).toEqual({ own: 17, all: 27 });
  });
});
