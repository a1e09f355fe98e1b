import fc from 'fast-check';
import { placeEntries } from '~/core/revision/place-entries';
import { describe, expect, test } from 'vitest';
import { readRanges, writeRanges } from '~/core/revision/ranges';
import {
  createRevisionFile,
  decodeRevisionFile,
  isRecorded,
  knownIds,
  orderOf,
  recordRevision,
} from '~/core/revision/revision';
import { describeRevisionRefusal, findBrokenRevision } from '~/core/revision/revision-fault';
import { pastOf, rememberTexts, writeRevisionFile } from '~/core/revision/remember';
import { murmur3 } from '~/core/murmur3';
import { keys } from '~/core/run/entry';
import { fingerprint, snapshotPageOf, type SnapshotPage } from '~/core/snapshot/snapshot-page';
import { makeItem, makePage } from '../arbitraries';

const ids = fc.uniqueArray(fc.constantFrom(...'abcdefghijklmn', '__proto__', 'نسخة'));
const page: fc.Arbitrary<SnapshotPage> = fc.record({ id: fc.constant('runbooks/release'), items: ids, fields: ids });
const record = (pages: readonly SnapshotPage[]) => pages.reduce(recordRevision, createRevisionFile('runbooks/release'));

const first = { id: 'runbooks/release', items: ['a', 'b', 'c', 'd'], fields: ['f'] };
const second = { id: 'runbooks/release', items: ['a', 'new', 'c', 'd', 'b'], fields: ['f'] };

describe('ranges', () => {
  test('[RV1] indexes in any order come back', () =>
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(40)), (indexes) => {
        expect(readRanges(writeRanges(indexes), 41)).toEqual(indexes);
      }),
    ));

  test('[RV1] runs of three or more become one range', () =>
    expect(writeRanges([0, 1, 2, 3, 9, 8, 5, 6, 4])).toBe('0-3 9 8 5 6 4'));

  test.each(['0-9', '5', '1 1', '0-2 1', '2-1', ' ', '0 ', ' 0', '0  1', '-1', '1.5', 'x', '0,1', '0-1-2', '0-'])(
    '[RV4] of four ids, %o names none, one twice, or one that is not there',
    (text) => expect(readRanges(text, 4)).toBeUndefined(),
  );
});

describe('a revision file', () => {
  test('[RV1] grows at its ends alone', () => {
    const before = record([first]);
    const after = recordRevision(before, second);
    expect(after).toEqual({
      format: 1,
      page: 'runbooks/release',
      items: ['a', 'b', 'c', 'd', 'new'],
      fields: ['f'],
      revisions: [
        { fingerprint: fingerprint(first).toString(16).padStart(8, '0'), items: '0-3', fields: '0' },
        { fingerprint: fingerprint(second).toString(16).padStart(8, '0'), items: '0 4 2 3 1', fields: '0' },
      ],
    });
  });

  test('[RV1] is the same object when the revision is known', () => {
    const file = record([first, second]);
    expect(recordRevision(file, { ...first })).toBe(file);
  });

  test('[RV2] gives back the order of every revision that it ever recorded', () =>
    fc.assert(
      fc.property(fc.array(page, { minLength: 1 }), (pages) => {
        const file = record(pages);
        for (const recorded of pages) {
          expect(orderOf(file, fingerprint(recorded))).toEqual(recorded);
          expect(isRecorded(file, recorded)).toBe(true);
        }
        expect(findBrokenRevision(file)).toBeUndefined();
        expect(decodeRevisionFile(JSON.parse(JSON.stringify(file)), file.page)).toEqual({ ok: true, value: file });
      }),
    ));

  test('[RV2] does not give an order that it never recorded', () => {
    expect(orderOf(record([first]), fingerprint(second))).toBeUndefined();
    expect(isRecorded(record([first]), second)).toBe(false);
  });

  test('[RV2] with another revision of the same fingerprint, the page is not recorded', () => {
    const file = record([first]);
    const revisions = file.revisions.map((revision) => ({ ...revision, items: '3 2 1 0' }));
    expect(isRecorded({ ...file, revisions }, first)).toBe(false);
  });

  test('[RV4] whose ids were shifted, as by a merge in git, is found broken', () => {
    const file = record([first, second]);
    const shifted = { ...file, items: ['a', 'b', 'c', 'other', 'd', 'new'] };
    expect(findBrokenRevision(shifted)).toBe(file.revisions[0]);
  });

  test.each([
    ['not-a-revision-file', null],
    ['not-a-revision-file', []],
    ['not-a-revision-file', { ...createRevisionFile('p'), format: 0 }],
    ['not-a-revision-file', { ...createRevisionFile('p'), page: 1 }],
    ['not-a-revision-file', { ...createRevisionFile('p'), revisions: {} }],
    ['other-page', createRevisionFile('q')],
    ['newer', { ...createRevisionFile('p'), format: 3 }],
    ['bad-texts', { ...createRevisionFile('p'), format: 2 }],
    ['bad-texts', { ...createRevisionFile('p'), format: 2, texts: [['a']], labels: [] }],
    ['bad-texts', { ...createRevisionFile('p'), format: 2, texts: [['a', 'A', 1]], labels: [] }],
    ['bad-texts', { ...createRevisionFile('p'), format: 2, texts: [], labels: [['a', 'A'], null] }],
    ['bad-ids', { ...createRevisionFile('p'), items: ['a', 'a'] }],
    ['bad-ids', { ...createRevisionFile('p'), items: [1] }],
    ['bad-ids', { ...createRevisionFile('p'), fields: 'a' }],
    ['bad-order', { ...createRevisionFile('p'), revisions: [null] }],
    ['bad-order', { ...createRevisionFile('p'), revisions: [{ fingerprint: 'x', items: '', fields: '' }] }],
    ['bad-order', { ...createRevisionFile('p'), revisions: [{ fingerprint: '00000000', items: '0', fields: '' }] }],
    ['bad-order', { ...createRevisionFile('p'), revisions: [{ fingerprint: '00000000', items: '', fields: 0 }] }],
  ])('[RV4] is refused as %s: %o', (reason, value) =>
    expect(decodeRevisionFile(value, 'p')).toEqual({ ok: false, reason }),
  );

  test('[RV4] that is refused, the author is told what to do', () =>
    expect(describeRevisionRefusal('bad-ids')).toBe(
      'This file cannot be read: its "items" or "fields" are not lists of texts, each once. The build appends to it and nobody else should: restore it from git, or delete it, at the price that links in use can no longer be opened.',
    ));
});

describe('what a revision file remembers', () => {
  const sections = [{ anchor: 'create', title: 'Create', depth: 2, parent: '' }];
  const lead = { id: 'lead', label: 'Lead, Name', kind: 'text', section: 'create', options: [] } as const;
  const saying = (text: string, title = 'Create') =>
    makePage({
      sections: sections.map((section) => ({ ...section, title })),
      items: [makeItem('wait', { text, section: 'create' })],
      fields: [lead],
    });
  const old = recordRevision(createRevisionFile('runbooks/release'), snapshotPageOf(saying('Wait')));

  test('[RV5] is what each item said and where it stood, and what each field was called', () => {
    const file = rememberTexts(old, saying('Wait → here'));
    expect(file).toMatchObject({
      format: 2,
      texts: [['wait', 'Wait → here', 'Create']],
      labels: [['lead', 'Lead, Name']],
    });
    expect(pastOf(file).items.get('wait')).toEqual({ text: 'Wait → here', headings: ['Create'] });
    expect(pastOf(file).fields.get('lead')).toBe('Lead, Name');
    expect(pastOf(old)).toEqual({ items: new Map(), fields: new Map() });
  });

  test('[RV5] grows at its end alone, and of several lines the last one holds', () => {
    const file = rememberTexts(old, saying('Wait'));
    expect(rememberTexts(file, saying('Wait'))).toBe(file);
    const later = rememberTexts(file, saying('Wait', 'Prepare'));
    expect(later.texts).toEqual([
      ['wait', 'Wait', 'Create'],
      ['wait', 'Wait', 'Prepare'],
    ]);
    expect(later.labels).toEqual(file.labels);
    expect(pastOf(later).items.get('wait')?.headings).toEqual(['Prepare']);
  });

  test('[RV5] is read back as it was written, a line for each id, text and revision', () => {
    const file = rememberTexts(old, saying('Wait "here"\u2028'));
    const written = writeRevisionFile(file);
    expect(decodeRevisionFile(JSON.parse(written), file.page)).toEqual({ ok: true, value: file });
    expect(written).toContain('\n  ["wait","Wait \\"here\\"');
    expect(JSON.parse(writeRevisionFile(createRevisionFile('p')))).toEqual(createRevisionFile('p'));
  });

  test('[RV4] a file of format 1 is read for ever', () =>
    expect(decodeRevisionFile(JSON.parse(JSON.stringify(old)), old.page)).toEqual({ ok: true, value: old }));
});

describe('the ids of a run', () => {
  const now: SnapshotPage = { id: 'runbooks/release', items: ['a', 'b'], fields: ['f'] };
  const entry = (key: string) => ({ key, value: 'x', at: 1, seq: 0, by: '' });

  test('[RV3] are placed, gone or unknown', () => {
    const entries = [
      ...[keys.mark('a'), keys.note('gone'), keys.mark('#0123456789'), keys.field('f'), keys.field('a')],
      ...[keys.title, keys.end, keys.hold('b', 'Lead'), 'later/b'],
    ].map(entry);
    const { items, fields } = placeEntries({ id: '00000000', page: now.id, start: 0, entries }, now);
    expect([...items]).toEqual([
      ['a', 'placed'],
      ['gone', 'gone'],
      ['#0123456789', 'unknown'],
    ]);
    expect([...fields]).toEqual([
      ['f', 'placed'],
      ['a', 'gone'],
    ]);
  });

  test('[SN9] to look for are those of the page and of its past', () =>
    expect(knownIds(now, record([first])).items).toEqual(['a', 'b', 'c', 'd']));
});

describe('a fingerprint', () => {
  test('[SN8] is that of page, items and fields, in their order', () => {
    const named = makePage({ items: [makeItem('a'), makeItem('b')] });
    expect(snapshotPageOf(named)).toEqual({ id: 'runbooks/release', items: ['a', 'b'], fields: [], triggers: [] });
    expect(fingerprint(snapshotPageOf(named))).toBe(murmur3('["runbooks/release",["a","b"],[]]'));
  });

  test('[SN8] differs when anything else is said of another page, order, or kind', () => {
    const others = [
      { ...first, id: 'x' },
      { ...first, items: ['b', 'a', 'c', 'd'] },
      { ...first, items: ['a', 'b', 'c'], fields: ['d', 'f'] },
      { ...first, items: ['a,b', 'c', 'd'] },
    ];
    expect(new Set([first, ...others].map(fingerprint)).size).toBe(5);
  });
});
