import { describe, expect, test } from 'vitest';
import { keys } from '~/core/run/entry';
import { layOut, type Body, type Fact } from '~/core/snapshot/body';
import { writeBody } from '~/core/snapshot/encode';
import { portableHead, narrowOrder } from '~/core/snapshot/encode';
import type { Head } from '~/core/snapshot/head';
import { seal } from '~/core/snapshot/seal';
import { fingerprint, type SnapshotPage } from '~/core/snapshot/snapshot-page';
import { hideIds } from '~/core/snapshot/stranger';
import { decode, refusalOf } from './links';

const page: SnapshotPage = { id: 'runbooks/release', items: ['backup', 'deploy'], fields: ['lead'] };
const head: Head = { mode: 'R', fingerprint: fingerprint(page) };
const start = 29_000_000;
const fact = (value: string, by = 'Ana'): Fact => ({ value, at: start + 1, seq: 0, by });
const base: Body = layOut({ id: '00c0ffee', start }, [{ key: keys.mark('backup'), ...fact('done') }], page);

const link = (body: Partial<Body>) => seal('R', writeBody(head, { ...base, ...body }));
const corrupt = { kind: 'corrupt' };

describe('a link that this site would not have written', () => {
  test('[SN7] (one that it would have written is read)', () => expect(decode(link({}), page).entries).toHaveLength(1));

  test('[SN7] with bytes after its end is refused', () => {
    const bytes = writeBody(head, base);
    expect(refusalOf(seal('R', Uint8Array.from([...bytes, 0])), page)).toEqual(corrupt);
    expect(refusalOf(seal('R', Uint8Array.from([...bytes, 1])), page)).toEqual(corrupt);
  });

  test('[SN7] without its last byte is refused', () =>
    expect(refusalOf(seal('R', writeBody(head, base).slice(0, -1)), page)).toEqual(corrupt));

  test('[SN7] without any bytes is refused', () =>
    expect(refusalOf(seal('R', new Uint8Array(0)), page)).toEqual(corrupt));

  test('[SN7] with people twice, out of order or without need is refused', () => {
    expect(refusalOf(link({ people: ['Ana', 'Ana'] }), page)).toEqual(corrupt);
    expect(refusalOf(link({ people: ['Bo', 'Ana'] }), page)).toEqual(corrupt);
    expect(refusalOf(link({ people: ['Ana', 'Bo'] }), page)).toEqual(corrupt);
  });

  test.each([
    ['a control character', 'a\u0007b'],
    ['a tab', 'a\tb'],
    ['a carriage return', 'a\rb'],
    ['a bidi override', 'a\u202eb'],
    ['a byte order mark', '\ufeffab'],
    ['letters that are not composed', 'e\u0301'],
  ])('[SN7] with %s in a name or a text is refused', (_, value) => {
    expect(refusalOf(link({ people: [value], marks: [fact('done', value), undefined] }), page)).toEqual(corrupt);
    expect(refusalOf(link({ title: fact(value) }), page)).toEqual(corrupt);
    expect(refusalOf(link({ notes: [fact(value), undefined] }), page)).toEqual(corrupt);
    expect(refusalOf(link({ fields: [fact(value)] }), page)).toEqual(corrupt);
  });

  test('[SN7] with a line feed in an id is refused', () =>
    expect(refusalOf(link({ extras: [{ kind: 'note', id: 'a\nb', fact: fact('x') }] }), page)).toEqual(corrupt));

  test('[SN7] with extras out of order, twice, or that are on the page is refused', () => {
    const gone = (id: string) => ({ kind: 'note' as const, id, fact: fact('x') });
    expect(decode(link({ extras: [gone('a'), gone('b')] }), page).entries).toHaveLength(3);
    expect(refusalOf(link({ extras: [gone('b'), gone('a')] }), page)).toEqual(corrupt);
    expect(refusalOf(link({ extras: [gone('a'), gone('a')] }), page)).toEqual(corrupt);
    expect(refusalOf(link({ extras: [gone('deploy')] }), page)).toEqual(corrupt);
  });

  test('[SN7] with a key under a name that it does not have is refused', () => {
    expect(refusalOf(link({ extras: [{ kind: 'end', id: 'x', fact: fact('') }] }), page)).toEqual(corrupt);
    expect(refusalOf(link({ extras: [{ kind: 'other', id: 'title', fact: fact('') }] }), page)).toEqual(corrupt);
    expect(refusalOf(link({ extras: [{ kind: 'other', id: 'mark/backup', fact: fact('') }] }), page)).toEqual(corrupt);
  });

  test('[SN7] whose letters are not UTF-8 is refused', () => {
    const start = writeBody(head, { ...base, title: fact('\u00e9') });
    let refused = 0;
    for (let i = 13; i < start.length; i++) {
      for (let bit = 0; bit < 8; bit++) {
        const damaged = Uint8Array.from(start, (byte, at) => (at === i ? byte ^ (1 << bit) : byte));
        if (refusalOrRun(seal('R', damaged))) refused++;
      }
    }
    expect(refused).toBeGreaterThan(0);
  });

  test('[SN9] portable: with an item that nothing is said about is refused', () => {
    const hidden = hideIds(page, 0);
    const order = { id: page.id, items: [...hidden.item.values()], fields: [] };
    const entries = [{ key: keys.mark(order.items[0] ?? ''), ...fact('done') }];
    const portable = (over: SnapshotPage) =>
      seal('P', writeBody(portableHead(over, 0), layOut({ id: '00c0ffee', start }, entries, over)));
    expect(decode(portable(narrowOrder(order, entries)), page).entries).toEqual([
      { key: 'mark/backup', ...fact('done') },
    ]);
    expect(refusalOf(portable(order), page)).toEqual(corrupt);
  });
});

/** Tells whether a link is refused; a link that can be read must be one that would be written again. */
function refusalOrRun(text: string): boolean {
  try {
    refusalOf(text, page);
    return true;
  } catch {
    return false;
  }
}
