import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { identifyItems } from '~/core/page/ids';
import { buildPage, type Part } from '~/core/page/outline';
import type { Page } from '~/core/page/page';
import { findFormer, findNamesakes } from '~/core/page/former';
import { headingsOf } from '~/core/page/headings-of';
import { wordingOf } from '~/core/page/signs';
import { nameOf } from '~/core/page/slug';
import { readStructure, type Structure } from '~/core/page/structure';
import { pastOf, rememberTexts } from '~/core/revision/remember';
import { createRevisionFile, recordRevision } from '~/core/revision/revision';
import { proposeRewordings } from '~/core/revision/rewording';
import { keys, type Entry } from '~/core/run/entry';
import { findGone, findOutgrown } from '~/core/run/gone';
import { settleEntries, spreadEntries } from '~/core/run/moving';
import { addEntries, orderEntries, stateOf, type Run } from '~/core/run/run';
import { viewRun } from '~/core/run/view';
import { snapshotPageOf } from '~/core/snapshot/snapshot-page';
import { makeItem } from '../arbitraries';

/** A document as an author edits it: headings, each with the texts of its items; two blanks before one that lies beneath. */
type Document = readonly (readonly [heading: string, ...texts: string[]])[];

function pageOf(document: Document): Page {
  const anchorOf = (index: number) => `section-${index}`;
  const lines = document.flatMap(([heading, ...texts], section) => texts.map((text) => ({ heading, section, text })));
  const { ids } = identifyItems(
    lines.map(({ heading, text }) => ({ text: text.trim(), pinned: undefined, headings: [heading, 'Plan'] })),
    new Set(document.map((_, index) => anchorOf(index))),
  );
  const parts: Part[] = [{ heading: { anchor: 'plan', title: 'Plan', depth: 1 } }];
  let next = 0;
  let above: string | undefined;
  document.forEach(([title, ...texts], section) => {
    parts.push({ heading: { anchor: anchorOf(section), title, depth: 2 } });
    for (const text of texts) {
      const id = ids[next++] ?? '';
      const parent = text.startsWith(' ') ? above : undefined;
      if (parent === undefined) above = id;
      parts.push({ item: makeItem(id, { text: text.trim(), parent, list: section }) });
    }
  });
  return buildPage({ id: 'runbooks/release', title: 'Release' }, parts);
}

const entry = (id: string, i = 0): Entry => ({ key: keys.mark(id), value: 'done', at: 100 + i, seq: 0, by: 'AB' });
const runOf = (page: Page, ticked: readonly string[]): Run => ({
  id: '00c0ffee',
  page: page.id,
  start: 100,
  entries: orderEntries(ticked.map(entry)),
});

/** Does what a browser does with a run of one state of a document on the next one. `isRecorded`: whether the build wrote revisions down. */
function edit(before: Document, after: Document, ticked: readonly string[], isRecorded = true) {
  const [old, now] = [pageOf(before), pageOf(after)];
  const file = rememberTexts(recordRevision(createRevisionFile(old.id), snapshotPageOf(old)), old);
  const structure = isRecorded ? readStructure(now, pastOf(file)) : readStructure(now);
  const run = runOf(old, ticked);
  const settled = addEntries(run, settleEntries(structure, run));
  const view = viewRun(structure, settled);
  const gone = findGone(structure, view.state);
  const candidates = structure.leaves.filter(
    ({ id }) => !view.state.has(keys.mark(id)) && !old.items.some((item) => item.id === id),
  );
  const ids = gone.map(({ key }) => key.slice('mark/'.length));
  return { old, now, structure, view, run: settled, gone: ids, offers: proposeRewordings(structure, ids, candidates) };
}

const done = ({ view, now }: ReturnType<typeof edit>) =>
  now.items.filter(({ id }) => view.marks.get(id) === 'done').map(({ id }) => id);

describe('an edit', () => {
  const sole: Document = [['Create', 'Wait for the CI', 'Other']];
  const twins: Document = [
    ['Create', 'Wait for the CI', 'Other'],
    ['Release', 'Wait for the CI'],
  ];

  test('[RW3] that adds a twin elsewhere leaves the tick where it was', () => {
    const edited = edit(sole, twins, ['wait-for-the-ci']);
    expect(done(edited)).toEqual(['wait-for-the-ci--create']);
    expect(edited.gone).toEqual([]);
  });

  test('[RW1] that adds a twin elsewhere, on a site that records nothing, has the reader choose', () => {
    const edited = edit(sole, twins, ['wait-for-the-ci'], false);
    expect(done(edited)).toEqual([]);
    const [offer] = edited.offers.values();
    expect(offer?.to.map(({ id }) => id)).toEqual(['wait-for-the-ci--create', 'wait-for-the-ci--release']);
    expect(offer?.isClear).toBe(false);
  });

  test('[RW3] that takes a twin away leaves the other one’s tick, and never takes the one that went', () => {
    expect(done(edit(twins, sole, ['wait-for-the-ci--create']))).toEqual(['wait-for-the-ci']);
    const other = edit(twins, sole, ['wait-for-the-ci--release']);
    expect(done(other)).toEqual([]);
    expect(other.gone).toEqual(['wait-for-the-ci--release']);
  });

  test('[RW3] that takes one of two away that differ in capitals never ticks the other', () => {
    const both: Document = [['Clean up', 'git branch -d', 'git branch -D']];
    const [lower = '', upper = ''] = pageOf(both).items.map(({ id }) => id);
    const edited = edit(both, [['Clean up', 'git branch -D']], [lower]);
    expect(done(edited)).toEqual([]);
    expect(edited.gone).toEqual([lower]);
    expect(done(edit(both, [['Clean up', 'git branch -D']], [upper]))).toHaveLength(1);
    expect(done(edit(both, [['Clean up', 'git branch -D', 'git branch -d']], [upper]))).toEqual([upper]);
  });

  test('[RW3] that takes a twin away keeps what was unticked unticked', () => {
    const { structure, run } = edit(twins, sole, ['wait-for-the-ci', 'wait-for-the-ci--create']);
    const undone = { ...entry('wait-for-the-ci--create'), value: 'todo', at: 200 };
    const later = addEntries(run, [undone]);
    expect(stateOf(addEntries(later, settleEntries(structure, later))).get('mark/wait-for-the-ci')?.value).toBe('todo');
  });

  test('[RW1] that rewords the heading above a twin offers the tick by name', () => {
    const edited = edit(
      twins,
      [['Prepare', 'Wait for the CI', 'Other'], twins[1] ?? ['']],
      ['wait-for-the-ci--create'],
    );
    expect(done(edited)).toEqual([]);
    expect(edited.offers.get('wait-for-the-ci--create')).toMatchObject({
      to: [{ id: 'wait-for-the-ci--prepare' }],
      isClear: true,
    });
  });

  test('[RW1] that numbers twins under one heading has the reader choose', () => {
    const edited = edit(sole, [['Create', 'Wait for the CI', 'Other', 'Wait for the CI']], ['wait-for-the-ci']);
    expect(edited.offers.get('wait-for-the-ci')?.to).toHaveLength(2);
  });

  test.each([
    ['Use C++', 'Use C#'],
    ['Scale to +1', 'Scale to -1'],
    ['Move a → b', 'Move a ← b'],
    ['✅', '❌'],
    ['Is it !ready', 'Is it ready'],
  ])('[RW1] of a sign, “%s” to “%s”, ticks nothing and is asked about', (from, to) => {
    const before: Document = [['Steps', from]];
    const [id = ''] = pageOf(before).items.map((item) => item.id);
    const edited = edit(before, [['Steps', to]], [id]);
    expect(done(edited)).toEqual([]);
    expect(edited.structure.past.items.get(id)?.text).toBe(from);
    expect(edited.offers.get(id)?.to.map(({ text }) => text)).toEqual([to]);
  });

  test('[RW1] offers what says exactly the same, however many others differ from it in signs alone', () => {
    const before: Document = [
      ['API', '✅'],
      ['C#', '✅', '❌', '❌', '❌', '✅', '❌'],
    ];
    const after: Document = [
      ['Web', '✅', '❌', '❌'],
      ['C++', '✅', '❌', '❌', '❌', '✅', '❌'],
    ];
    const [id = ''] = pageOf(before).items.map((item) => item.id);
    const edited = edit(before, after, [id]);
    expect(edited.gone).toEqual([id]);
    expect(edited.offers.get(id)?.to.map(({ text }) => text)).toEqual(['✅', '✅', '✅']);
  });

  test('[RW4] that puts steps beneath a ticked item names its mark, and gives it to the open steps if asked', () => {
    const before: Document = [['A', 'Add them to the manager', 'Other']];
    const after: Document = [['A', 'Add them to the manager', '  Log in', '  Choose the role', 'Other']];
    const { structure, view, run, gone } = edit(before, after, ['add-them-to-the-manager']);
    expect(gone).toEqual([]);
    expect(findOutgrown(structure, view).map(({ key }) => key)).toEqual(['mark/add-them-to-the-manager']);
    const spread = viewRun(structure, addEntries(run, spreadEntries(structure, run, 'add-them-to-the-manager', 300)));
    expect(spread.marks.get('add-them-to-the-manager')).toBe('done');
    expect(spread.state.get('mark/log-in')).toMatchObject({ at: 100, by: 'AB' });
    expect(findOutgrown(structure, spread)).toEqual([]);
  });
});

describe('any edit', () => {
  // Few words and headings, so that twins, signs and turned names meet in most of the edits.
  const text = fc.constantFrom('Ping', 'ping', 'ping +1', 'ping -1', 'Sign-off', 'Sign off', '✅', '❌');
  const heading = fc.constantFrom('Web', 'API', 'C++', 'C#');
  const section = fc
    .tuple(heading, fc.array(text, { maxLength: 4 }))
    .map(([title, texts]): [string, ...string[]] => [title, ...texts]);
  const document: fc.Arbitrary<Document> = fc.array(section, { minLength: 1, maxLength: 4 });

  type Change = (of: Document) => Document;
  const change: fc.Arbitrary<Change> = fc.oneof(
    fc.tuple(fc.nat(3), fc.nat(3)).map(
      ([at, item]): Change =>
        (of) =>
          of.map(([title, ...texts], i) => (i === at ? [title, ...texts.toSpliced(item, 1)] : [title, ...texts])),
    ),
    fc.tuple(fc.nat(3), fc.nat(3), text).map(
      ([at, item, added]): Change =>
        (of) =>
          of.map(([title, ...texts], i) =>
            i === at ? [title, ...texts.toSpliced(item, 0, added)] : [title, ...texts],
          ),
    ),
    fc.tuple(fc.nat(3), fc.nat(3), text).map(
      ([at, item, changed]): Change =>
        (of) =>
          of.map(([title, ...texts], i) =>
            i === at ? [title, ...texts.toSpliced(item, 1, changed)] : [title, ...texts],
          ),
    ),
    fc.tuple(fc.nat(3), heading).map(
      ([at, title]): Change =>
        (of) =>
          of.map((part, i) => (i === at ? [title, ...part.slice(1)] : part)),
    ),
    fc.nat(3).map((at): Change => (of) => [...of.slice(at), ...of.slice(0, at)]),
    fc.constant<Change>((of) => of.map(([title, ...texts]) => [title, ...texts.toReversed()])),
  );
  const changes = fc.array(change, { minLength: 1, maxLength: 3 }).map(
    (all): Change =>
      (of) =>
        all.reduce((now, one) => one(now), of),
  );

  /** Each item's words and nearest heading, as one text. */
  const placesOf = (page: Page): string[] => {
    const headings = headingsOf(page);
    return page.items.map(({ text: words }, i) =>
      JSON.stringify([wordingOf(words), wordingOf(headings[i]?.[0] ?? '')]),
    );
  };
  const countOf = (places: readonly string[], place: string) => places.filter((other) => other === place).length;
  const wordsOf = (structure: Structure, id: string) => wordingOf(structure.past.items.get(id)?.text ?? '');
  const editedWith = fc.tuple(document, changes, fc.func(fc.boolean()));
  const made = ([before, change, isTicked]: [Document, Change, (id: string) => boolean], isRecorded: boolean) =>
    edit(
      before,
      change(before),
      pageOf(before)
        .items.map(({ id }) => id)
        .filter(isTicked),
      isRecorded,
    );

  /** Seldom does an edit change a sign where a tick is: a hundred edits would not show it. */
  const forMany = (check: (given: [Document, Change, (id: string) => boolean]) => void) =>
    fc.assert(fc.property(editedWith, check), { numRuns: 1_000 });

  test.each([true, false])('[IT5] ticks no item that does not say what was ticked (recorded: %s)', (isRecorded) =>
    forMany((given) => {
      const edited = made(given, isRecorded);
      const ticked = new Set(
        edited.old.items
          .filter(({ id }) => edited.run.entries.some(({ key }) => key === keys.mark(id)))
          .map(({ text: words }) => nameOf(words)),
      );
      for (const id of done(edited)) expect(ticked).toContain(nameOf(edited.structure.items.get(id)?.text ?? ''));
    }),
  );

  test('[RW3] leaves the mark of what says the same under the same heading, where that is one item before and after', () =>
    forMany((given) => {
      const edited = made(given, true);
      const [before, after] = [placesOf(edited.old), placesOf(edited.now)];
      edited.now.items.forEach(({ id }, i) => {
        const place = after[i] ?? '';
        const old = edited.old.items[before.indexOf(place)]?.id;
        if (old === undefined || countOf(before, place) !== 1 || countOf(after, place) !== 1) return;
        const wasTicked = edited.run.entries.some(({ key }) => key === keys.mark(old));
        expect([id, edited.view.marks.get(id)]).toEqual([id, wasTicked ? 'done' : 'todo']);
      });
    }));

  test('[RN9] calls nothing gone that stands there, and offers whatever says the same and has no mark', () =>
    forMany((given) => {
      const edited = made(given, true);
      for (const id of edited.gone) {
        expect(findFormer(edited.structure, id)).toBeUndefined();
        expect(edited.structure.items.has(id)).toBe(false);
        const open = findNamesakes(edited.structure, id).filter(
          (item) => !edited.old.items.some((old) => old.id === item.id) && !edited.view.state.has(keys.mark(item.id)),
        );
        const offered = edited.offers.get(id)?.to ?? [];
        if (open.length > 0 && open.length <= 3) expect(offered).toEqual(expect.arrayContaining([...open]));
        expect(wordsOf(edited.structure, id)).not.toBe('');
      }
    }));
});
