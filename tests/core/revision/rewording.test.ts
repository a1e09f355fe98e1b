import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { proposeFields, proposeRewordings } from '~/core/revision/rewording';
import type { Field } from '~/core/page/page';
import { slugOf } from '~/core/page/slug';
import { readStructure } from '~/core/page/structure';
import { makeItem, makePage } from '../arbitraries';
import { forAll } from '../law';

/** Nothing is remembered: the gone ids are all that is known of their words. */
const page = readStructure(makePage({}));

const propose = (gone: string[], candidates: string[]) =>
  [
    ...proposeRewordings(
      page,
      gone,
      candidates.map((id) => makeItem(id)),
    ),
  ].map(
    ([id, { to }]) =>
      `${id} → ${to
        .map((item) => item.id)
        .toSorted()
        .join(' or ')}`,
  );

describe('rewordings', () => {
  test.each<[string, string[], string[], string[]]>([
    [
      'half of the words are enough',
      ['scale-down-services'],
      ['scale-up-services'],
      ['scale-down-services → scale-up-services'],
    ],
    ['fewer are not', ['scale-down-the-services'], ['scale-up-workers-now'], []],
    [
      'the best of several',
      ['run-smoke-tests'],
      ['run-tests', 'run-smoke-tests-again'],
      ['run-smoke-tests → run-smoke-tests-again'],
    ],
    ['two that are equally good: none', ['rotate-keys'], ['rotate-tokens', 'rotate-passwords'], []],
    ['two gone items for one: none', ['rotate-keys', 'rotate-tokens'], ['rotate-secrets'], []],
    ['context is not compared', ['ping--deploy--1-of-2'], ['verify--deploy--1-of-2'], []],
    ['twins that became one', ['ping-web--deploy'], ['ping-web'], ['ping-web--deploy → ping-web']],
    [
      'the same words, told apart by signs or place: the reader chooses',
      ['ping--web'],
      ['Ping!', 'ping ±'],
      ['ping--web → Ping! or ping ±'],
    ],
    [
      'two gone items of the same words for one: each is offered it',
      ['ping--a', 'ping--b'],
      ['ping'],
      ['ping--a → ping', 'ping--b → ping'],
    ],
    ['nothing new, nothing proposed', ['ping'], [], []],
    ['hashes of texts without letters are no words', ['x-1a2b3c'], ['x-9z8y7x'], []],
    ['scripts without spaces', ['备份数据库'], ['备份主数据库'], ['备份数据库 → 备份主数据库']],
    [
      'names of the language',
      ['constructor-proto'],
      ['constructor-tostring'],
      ['constructor-proto → constructor-tostring'],
    ],
  ])('[RW1] %s', (_, gone, candidates, expected) => expect(propose(gone, candidates)).toEqual(expected));

  test('[RW1] the hash of a text that was cut is no word', () => {
    const start = 'Check that every one of the replicas has caught up with the primary';
    const [id, other] = [slugOf(`${start} in Frankfurt`), slugOf(`${start} in Dublin`)];
    expect(propose([id], [other])).toEqual([`${id} → ${other}`]);
  });

  test('[RW1] and so does not count among those of which half must be shared', () => {
    const words = [...'abcdefgh'].map((letter) => letter.repeat(7));
    const [id, half] = [`${words.join('-')}-1x2y3z`, words.slice(0, 4).join('-')];
    expect(propose([id], [half])).toEqual([`${id} → ${half}`]);
  });

  const field = (id: string, label: string, kind: Field['kind'] = 'text'): Field => ({
    ...{ id, label, kind, section: 'people', options: [] },
  });

  test.each<[string, [string, string][], Field[], string[]]>([
    [
      'a reworded row',
      [['people--deployment-lead--name', 'Ada']],
      [field('one', 'Release Lead, Name'), field('two', 'Release Lead, Contact')],
      ['people--deployment-lead--name → one'],
    ],
    [
      'the same words below another heading',
      [['people--lead--name', 'Ada']],
      [field('staff--lead--name', 'Lead, Name')],
      ['people--lead--name → staff--lead--name'],
    ],
    ['no field that cannot show it', [['people--lead--start', 'noon']], [field('one', 'Lead, Start', 'time')], []],
    [
      'a clock',
      [['people--lead--start', '14:03']],
      [field('one', 'Lead, Start', 'time')],
      ['people--lead--start → one'],
    ],
    ['two that are equally good: none', [['t--lead--name', 'A']], [field('a', 'Lead, A'), field('b', 'Lead, B')], []],
  ])('[RW1] of fields: %s', (_, gone, candidates, expected) =>
    expect([...proposeFields(page, new Map(gone), candidates)].map(([id, { to }]) => `${id} → ${to[0]?.id}`)).toEqual(
      expected,
    ),
  );

  const word = fc.constantFrom('rotate', 'keys', 'tokens', 'scale', 'up', 'down');
  const id = fc.uniqueArray(word, { minLength: 1, maxLength: 4 }).map((words) => words.join('-'));
  const ids = fc.uniqueArray(id, { maxLength: 6 });

  test('[RW1] each shares half and no other shares more; several are offered only where they have the same words', () =>
    forAll([ids, ids], (gone, candidates) => {
      const proposed = proposeRewordings(
        page,
        gone,
        candidates.map((one) => makeItem(one)),
      );
      const clear = [...proposed.values()]
        .filter(({ isClear }) => isClear)
        .flatMap(({ to }) => to.map((item) => item.id));
      expect(new Set(clear).size).toBe(clear.length);
      const likeness = (a: string, b: string) => {
        const [x, y] = [new Set(a.split('-')), new Set(b.split('-'))];
        const shared = x.intersection(y).size;
        return shared * 2 < x.size ? 0 : shared / (x.size + y.size);
      };
      for (const [from, { to }] of proposed) {
        const best = likeness(from, to[0]?.id ?? '');
        expect(best).toBeGreaterThan(0);
        expect(to.length === 1 || best === 0.5).toBe(true);
        for (const other of candidates) {
          if (to.some((item) => item.id === other)) expect(likeness(from, other)).toBe(best);
          else expect(likeness(from, other)).toBeLessThan(best);
        }
      }
    }));

  test('[RW1] the order of the ids does not matter', () =>
    forAll([ids, ids], (gone, candidates) =>
      expect(propose(gone.toReversed(), candidates.toReversed()).toSorted()).toEqual(
        propose(gone, candidates).toSorted(),
      ),
    ));
});
