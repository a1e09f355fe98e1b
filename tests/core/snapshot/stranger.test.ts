import { describe, expect, test } from 'vitest';
import { keys } from '~/core/run/entry';
import { hashId, hideIds, isStranger, nameStrangers, strangerOf } from '~/core/snapshot/stranger';
import { decode, encode, refusalOf } from './links';

const page = { id: 'runbooks/release', items: ['backup', 'deploy'], fields: ['backup'] };
const entry = (id: string) => ({ key: keys.mark(id), value: 'done', at: 5, seq: 0, by: '' });
const runOf = (...ids: string[]) => ({ id: '00000001', page: page.id, start: 5, entries: ids.map(entry) });
const named = (id: string, salt: number) => strangerOf(hashId(page.id, 'item', id, salt), salt);

describe('a stranger', () => {
  test('[SN9] is a # with the hash and the salt', () => {
    expect(strangerOf(0x1a2b, 5)).toBe('#00001a2b05');
    expect(isStranger('#00001a2b05')).toBe(true);
    expect(isStranger('backup')).toBe(false);
  });

  test('[SN9] an item and a field with one id are not the same', () => {
    const { item, field } = hideIds(page, 0);
    expect(item.get('backup')).not.toBe(field.get('backup'));
  });

  test('[SN9] is named by who knows its id, under any of four salts', () => {
    const strangers = [0, 9, 200].map((salt) => entry(named('deploy', salt)));
    expect(nameStrangers(strangers, page).map(({ key }) => key)).toEqual(Array(3).fill('mark/deploy'));
    expect(nameStrangers(strangers, { ...page, items: ['backup'] })).toEqual(strangers);
  });

  test('[SN9] that two ids are known for stays a stranger', () => {
    const twice = { ...page, items: ['deploy', 'deploy'] };
    expect(hideIds(twice, 0).item.size).toBe(1);
    const [a, b] = findCollision();
    expect(hashId('p', 'item', a, 0)).toBe(hashId('p', 'item', b, 0));
    const stranger = [entry(strangerOf(hashId('p', 'item', a, 0), 0))];
    expect(nameStrangers(stranger, { id: 'p', items: [a, b], fields: [] })).toEqual(stranger);
    expect(nameStrangers(stranger, { id: 'p', items: [b], fields: [] })).toEqual([entry(b)]);
  });

  test('[SN9] a page whose ids collide is written under the next salt', () => {
    const ids = findCollision();
    const colliding = { id: 'p', items: ids, fields: [] };
    const run = { ...runOf(...ids), page: 'p' };
    const decoded = decode(encode(run, colliding, 'P'), colliding);
    expect(decoded.entries.map(({ key }) => key).toSorted()).toEqual(ids.map(keys.mark).toSorted());
  });

  test('[SN9] that is in the run already is not confused with an item of the page', () => {
    const run = runOf('deploy', named('deploy', 0));
    const keysOf = decode(encode(run, page, 'P'), { ...page, items: [] }).entries.map(({ key }) => key);
    expect(keysOf.toSorted()).toEqual([keys.mark(named('deploy', 0)), keys.mark(named('deploy', 1))].toSorted());
  });

  test('[SN9] of another page is none of this one', () =>
    expect(refusalOf(encode(runOf('deploy'), page, 'P'), { ...page, id: 'other' })).toEqual({ kind: 'page' }));

  test('[SN8] a link of a revision is not read over another one', () =>
    expect(refusalOf(encode(runOf('deploy'), page, 'R'), { ...page, items: ['deploy', 'backup'] })).toEqual({
      kind: 'revision',
    }));
});

/** Two ids with one hash: a birthday among some hundred thousand. */
function findCollision(): [string, string] {
  const seen = new Map<number, string>();
  for (let i = 0; ; i++) {
    const id = `item-${i}`;
    const hash = hashId('p', 'item', id, 0);
    const other = seen.get(hash);
    if (other !== undefined) return [other, id];
    seen.set(hash, id);
  }
}
