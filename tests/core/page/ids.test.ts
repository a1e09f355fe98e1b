import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { identifyFields, identifyItems, type Draft } from '~/core/page/ids';
import { exactNameOf, nameOf, slugOf } from '~/core/page/slug';
import { wordingOf } from '~/core/page/signs';
import { forAll } from '../law';

const draft = (text: string, headings: string[] = [], pinned?: string): Draft => ({ text, headings, pinned });
const identify = (drafts: Draft[], anchors: string[] = []) => identifyItems(drafts, new Set(anchors)).ids;

describe('slugs', () => {
  test.each([
    ['Rotate the API keys', 'rotate-the-api-keys'],
    ['  “Quoted” — & <b>bold</b>  ', 'quoted-b-bold-b'],
    ['خذ نسخة احتياطية', 'خذ-نسخة-احتياطية'],
    ['备份数据库', '备份数据库'],
    ['Überprüfen', 'überprüfen'],
    ['Cafe\u0301', 'café'],
    ['__proto__', 'proto'],
  ])('[IT1] the slug of "%s" is "%s"', (text, slug) => expect(slugOf(text)).toBe(slug));

  test('[IT1] text without letters still has a slug of its own', () => {
    expect(slugOf('🚀')).not.toBe(slugOf('🔥'));
    expect(slugOf('🚀')).toMatch(/^x-[0-9a-z]+$/);
  });

  test('[IT1] a long text is cut at a word and told from another with the same start', () => {
    const start = 'Check that every one of the replicas has caught up with the primary ';
    expect(slugOf(`${start} in Frankfurt`)).toMatch(
      /^check-that-every-one-of-the-replicas-has-caught-up-with-the-[0-9a-z]+$/,
    );
    expect(slugOf(`${start} in Frankfurt`)).not.toBe(slugOf(`${start} in Dublin`));
  });

  test('[IT1] a slug is its own slug and safe in an address', () =>
    forAll([fc.string({ unit: 'grapheme', maxLength: 200 })], (text) =>
      expect(slugOf(text)).toMatch(/^[\p{L}\p{M}\p{N}]+(-[\p{L}\p{M}\p{N}]+)*$/u),
    ));
});

describe('names', () => {
  test.each([
    ['C++', 'C#', 'C'],
    ['Scale to +1', 'Scale to -1', 'Scale to 1', 'Scale to ±1', 'Scale to ~1', 'Scale to 1%', 'Scale to $1'],
    ['Move a → b', 'Move a ← b', 'Move a b', 'Move a -> b', 'Move a + b', 'Move a = b', 'Move a / b', 'Move a_b'],
    ['Wait until ≥ 5', 'Wait until ≤ 5', 'Wait until > 5', 'Wait until < 5', 'Wait until 5'],
    ['🍎 notarise', '🐧 notarise', 'notarise', '👩‍💻 notarise', '👨‍💻 notarise', '👩💻 notarise'],
    ['✅', '❌', '👩‍💻', '👩'],
    [
      '!ready',
      'ready',
      '#ready',
      '@ready',
      '.ready',
      '*ready',
      '/ready',
      '--ready',
      '-ready',
      '[ready]',
      '{ready}',
      '<ready>',
    ],
    ['Wait 1,5 h', 'Wait 1.5 h', 'Wait 1:5 h', 'Wait 1-5 h', 'Wait 1–5 h', 'Wait 1/5 h', 'Wait 15 h'],
    [
      'Edit a.b',
      'Edit a-b',
      'Edit a/b',
      'Edit a_b',
      'Edit a:b',
      'Edit a@b',
      'Edit a..b',
      'Edit a.b.'.replace('.b.', '\\b'),
    ],
    ['Call f()', 'Call f', 'Call f[]', 'Call f(x)', 'Call f x'],
    ['cd ..', 'cd .', 'cd', 'cd /', 'cd ~'],
    ['قيمة ≥ ٥', 'قيمة ≤ ٥', 'قيمة ٥'],
    ['版本+1', '版本-1', '版本1'],
    ['Drain 2-node clusters', 'Drain 2 node clusters'],
    ['Ratio 1：3', 'Ratio 1．3', 'Ratio 1，3', 'Ratio 1。3', 'Ratio 1…3', 'Ratio 1—3', 'Ratio 1 3'],
    ['Wait ٣،٥', 'Wait ٣٫٥', 'Wait ٣٬٥', 'Wait ٣ ٥'],
    ['echo $?', 'echo $!', 'echo $', 'echo'],
    ['Keep 10⁵', 'Keep 10₅', 'Keep 10⁻⁵', 'Keep 105'],
    ['Keep n-1 nodes', 'Keep n 1 nodes', 'Keep n−1 nodes'],
  ])('[IT1] texts that differ in a sign have names of their own: %s, %s, …', (...texts) => {
    expect(new Set(texts.map(nameOf)).size).toBe(texts.length);
    for (const text of texts) expect(nameOf(text)).toMatch(/^[\p{L}\p{M}\p{N}]+(-[\p{L}\p{M}\p{N}]+)*(_[0-9a-z]+)?$/u);
  });

  test.each([
    [
      'deploy-then-wait',
      'Deploy, then wait.',
      'deploy then wait',
      'Deploy — then: wait!',
      '“Deploy”, then (wait)…',
      'Deploy then  wait?',
    ],
    ['prêt', 'Prêt ?', 'Prêt !', '« Prêt »', 'prêt'],
    ['estás-listo', '¿Estás listo?', 'Estás listo'],
    ['备份-数据库', '备份，数据库。', '备份。数据库', '备份「数据库」'],
    ['هل-أنت-جاهز', 'هل أنت جاهز؟', 'هل أنت جاهز'],
    ['tag-v1-0-0', 'Tag v1.0.0'],
    ['run-the-end-to-end-e2e-tests', 'Run the end-to-end (E2E) tests'],
    ['the-team-s-sign-off', 'The team’s sign-off', "The team's sign-off"],
    ['备份-2-数据库', '备份 2，数据库。', '备份 2。数据库'],
    ['x-zcllk5', '🚀'],
  ])('[IT1] a text without signs keeps its bare slug: %s', (slug, ...texts) =>
    expect(texts.map(nameOf)).toEqual(texts.map(() => slug)),
  );

  const pieces = [
    'a',
    'B',
    '1',
    ' ',
    ' ',
    '+',
    '-',
    '→',
    '←',
    '≥',
    '≤',
    '!',
    '.',
    ',',
    '(',
    ')',
    '#',
    '_',
    '/',
    "'",
    '🍎',
    '🐧',
    '\u200d',
    '\ufe0f',
    '備',
    '。',
    'ق',
    '–',
    '—',
    '<',
    '=',
    '%',
    '"',
    ':',
  ];
  const signed = fc.array(fc.constantFrom(...pieces), { maxLength: 9 }).map((parts) => parts.join(''));

  test('[IT1] two texts of one exact name say the same, and a name is never shared where a sign is', () =>
    forAll([fc.uniqueArray(signed, { minLength: 2, maxLength: 40 })], (texts) => {
      const exact = new Map<string, string>();
      for (const text of texts.filter((one) => /[\p{L}\p{N}]/u.test(one))) {
        const wording = exact.get(exactNameOf(text)) ?? wordingOf(text);
        expect(wordingOf(text)).toBe(wording);
        exact.set(exactNameOf(text), wording);
        if (nameOf(text).includes('_')) expect(nameOf(text)).toBe(exactNameOf(text));
      }
    }));

  /** The words of a text by another way: every sign but white space, and sentence punctuation at words' edges, is kept. */
  const plainOf = (text: string) =>
    text
      .normalize('NFC')
      .toLowerCase()
      .split(/[\s\u200b-\u200f—。]+/u)
      .map((word) => (/^[-–!:"')(]$/.test(word) ? '' : word))
      .map((word) => (/[^\p{P}]/u.test(word) ? word.replace(/^[("']+/, '').replace(/[.,!:)"']+$/, '') : word))
      .filter((word) => word !== '')
      .join(' ');

  test('[IT1] what two texts of one wording differ in is case, white space, or sentence punctuation at a word’s edge', () =>
    forAll([signed, signed], (a, b) => {
      if (wordingOf(a) === wordingOf(b))
        expect(plainOf(a.replaceAll('\u200d', ''))).toBe(plainOf(b.replaceAll('\u200d', '')));
    }));
});

describe('ids', () => {
  test('[IT3] texts of one page that differ in a sign alone are never told apart by their order', () => {
    for (const texts of [
      ['Sign off', 'Sign-off'],
      ['Ping 1.0', 'Ping 1 0', 'ping 1.0'],
      ['C++', 'C#', 'C'],
      ['✅', '❌'],
    ]) {
      const ids = identify(texts.map((text) => draft(text, ['Web'])));
      const turned = identify(texts.toReversed().map((text) => draft(text, ['Web']))).toReversed();
      const firstOf = (id: string) => id.split('--')[0];
      expect(turned.map(firstOf)).toEqual(ids.map(firstOf));
    }
  });

  test('[IT3] twins that differ in capitals alone are not told apart by their order either', () => {
    const texts = ['git branch -d', 'git branch -D', 'Ping', 'ping', 'ping'];
    const ids = identify(texts.map((text) => draft(text, ['Web'])));
    const turned = identify(texts.toReversed().map((text) => draft(text, ['Web']))).toReversed();
    expect(turned.slice(0, 3)).toEqual(ids.slice(0, 3));
    expect(ids.slice(0, 3).join(' ')).not.toMatch(/-of-/);
    expect(ids[4]).toMatch(/^ping--web--x-[0-9a-z]+--2-of-2$/);
    expect(identify([draft('Ping', ['Web']), draft('ping', ['API'])])).toEqual(['ping--web', 'ping--api']);
  });

  test('[IT3] nor are their headings', () =>
    expect(identify([draft('Ping', ['C++']), draft('Ping', ['C#'])])).toEqual(
      identify([draft('Ping', ['C#']), draft('Ping', ['C++'])]).toReversed(),
    ));

  test('[IT3] twins that no single heading tells apart are numbered under each way of headings', () =>
    expect(
      identify([
        draft('Ping', ['Check', 'Web']),
        draft('Ping', ['Check', 'API']),
        draft('Ping', ['Check', 'Web']),
        draft('Ping', ['Check', 'API']),
      ]),
    ).toEqual([
      'ping--check--web--1-of-2',
      'ping--check--api--1-of-2',
      'ping--check--web--2-of-2',
      'ping--check--api--2-of-2',
    ]));

  test('[IT2] a pinned id is the id', () => expect(identify([draft('Rotate', [], 'keys')])).toEqual(['keys']));

  test('[IT2] a pinned id that is taken, a heading or ill-formed is a clash', () => {
    const drafts = [draft('a', [], 'x'), draft('b', [], 'x'), draft('c', [], 'intro'), draft('d', [], 'a b')];
    expect(identifyItems(drafts, new Set(['intro'])).clashes).toEqual([
      { index: 1, id: 'x' },
      { index: 2, id: 'intro' },
      { index: 3, id: 'a b' },
    ]);
  });

  test('[IT3] twins under two headings are told apart by them, and none keeps the bare slug', () =>
    expect(identify([draft('Scale up', ['Deploy']), draft('Scale up', ['Roll back'])])).toEqual([
      'scale-up--deploy',
      'scale-up--roll-back',
    ]));

  test('[IT3] twins under headings of one name are told apart by the headings around them', () =>
    expect(identify([draft('Ping', ['Check', 'Web']), draft('Ping', ['Check', 'API'])])).toEqual([
      'ping--check--web',
      'ping--check--api',
    ]));

  test('[IT3] twins under one heading are numbered with how many they are', () =>
    expect(identify([draft('Ping', ['Web']), draft('Ping', ['Web']), draft('Ping', ['API'])])).toEqual([
      'ping--web--1-of-2',
      'ping--web--2-of-2',
      'ping--api',
    ]));

  test('[IT4] an item named as a heading gives way', () =>
    expect(identify([draft('Rollback', ['Plan'])], ['rollback', 'plan'])).toEqual(['rollback--plan']));

  const texts = fc.constantFrom('Ping', 'Scale up', 'Scale up!', 'Rollback', 'x'.repeat(90), '備份'.repeat(60), '🚀');
  const headings = fc.array(fc.constantFrom('Web', 'API', 'Rollback', '備份'.repeat(40)), { maxLength: 3 });
  const drafts = fc.array(
    fc.tuple(texts, headings).map(([text, around]) => draft(text, around)),
    { maxLength: 25 },
  );

  test('ids are unique, none is a heading’s, and each fits a link', () =>
    forAll([drafts], (all) => {
      const ids = identify(all, ['rollback', 'ping']);
      expect(new Set([...ids, 'rollback', 'ping']).size).toBe(ids.length + 2);
      for (const id of ids) expect(new TextEncoder().encode(id).length).toBeLessThanOrEqual(200);
    }));

  test('[IT5] an item added elsewhere leaves the others’ ids alone', () =>
    forAll([drafts, fc.nat()], (all, place) => {
      const at = place % (all.length + 1);
      const grown = [...all.slice(0, at), draft('Something new', ['Web']), ...all.slice(at)];
      expect(identify(grown).toSpliced(at, 1)).toEqual(identify(all));
    }));
});

describe('fields', () => {
  test('[FD1] a field is named by table, row and column, and numbered when the same comes twice', () => {
    const field = { heading: 'Contacts', row: 'Lead', column: 'Name' };
    expect(identifyFields([field, { ...field, column: 'Phone' }])).toEqual([
      'contacts--lead--name',
      'contacts--lead--phone',
    ]);
    expect(identifyFields([field, field])).toEqual(['contacts--lead--name--1-of-2', 'contacts--lead--name--2-of-2']);
  });

  test('[FD1] fields whose table, row or column differs in a sign are not told apart by their order', () => {
    const rows = ['C++', 'C#', 'Sign-off', 'Sign off', 'ls -a', 'ls -A'].map((row) => ({
      heading: 'Contacts',
      row,
      column: 'Name',
    }));
    const [first, ...others] = identifyFields(rows);
    expect(identifyFields(rows.toReversed())).toEqual([first, ...others].toReversed());
    expect(new Set([first, ...others]).size).toBe(6);
    expect([first, ...others].join(' ')).not.toMatch(/-of-/);
  });
});
