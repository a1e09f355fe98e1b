import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { proposeRewordings } from '~/core/revision/rewording';
import { slugOf } from '~/core/page/slug';
import { makeItem } from '../arbitraries';
import { forAll } from '../law';

const propose = (gone: string[], candidates: string[]) =>
  [
    ...proposeRewordings(
      gone,
      candidates.map((id) => makeItem(id)),
    ),
  ].map(([id, item]) => `${id} → ${item.id}`);

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

  const word = fc.constantFrom('rotate', 'keys', 'tokens', 'scale', 'up', 'down');
  const id = fc.uniqueArray(word, { minLength: 1, maxLength: 4 }).map((words) => words.join('-'));
  const ids = fc.uniqueArray(id, { maxLength: 6 });

  test('[RW1] no item is proposed twice, each shares half, and no other shares more', () =>
    forAll([ids, ids], (gone, candidates) => {
      const proposed = proposeRewordings(
        gone,
        candidates.map((one) => makeItem(one)),
      );
      const targets = [...proposed.values()].map((item) => item.id);
      expect(new Set(targets).size).toBe(targets.length);
      const likeness = (a: string, b: string) => {
        const [x, y] = [new Set(a.split('-')), new Set(b.split('-'))];
        const shared = x.intersection(y).size;
        return shared * 2 < x.size ? 0 : shared / (x.size + y.size);
      };
      for (const [from, item] of proposed) {
        expect(likeness(from, item.id)).toBeGreaterThan(0);
        for (const other of candidates) {
          if (other !== item.id) expect(likeness(from, other)).toBeLessThan(likeness(from, item.id));
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
