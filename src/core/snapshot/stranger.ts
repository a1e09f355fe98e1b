import { hexOf } from '~/core/hex-of';
import { murmur3 } from '~/core/murmur3';
import type { Entry } from '~/core/run/entry';
import { joinKey, splitKey } from './key';
import type { SnapshotPage } from './snapshot-page';

/**
 * A stranger is an item or field known by its hash alone, because a portable link named it so: `#`, 8 hex digits of hash,
 * 2 of salt [SN9]. Ids made of words hold no `#`.
 */
const pattern = /^#[0-9a-f]{8}([0-9a-f]{2})$/;

/** Salts that are tried when strangers are named: links use 0 unless two ids of a page collide. */
const saltsTried = 4;

/** Tells whether an id is a stranger's. */
export const isStranger = (id: string): boolean => pattern.test(id);

/** Names the stranger of a hash and its salt. */
export const strangerOf = (hash: number, salt: number): string => `#${hexOf(hash, 8)}${hexOf(salt, 2)}`;

/** The hash of an item or a field in a portable link, an unsigned 32-bit number. */
export const hashId = (page: string, kind: 'item' | 'field', id: string, salt: number): number =>
  murmur3(JSON.stringify([page, kind, id, salt]));

const nameOf = (page: string, kind: 'item' | 'field', id: string, salt: number) =>
  strangerOf(hashId(page, kind, id, salt), salt);

/** Translation between strangers and ids, for the marks, notes and fields of a page. */
export interface Translation {
  item: ReadonlyMap<string, string>;
  field: ReadonlyMap<string, string>;
}

/** From each id of the page to its stranger. */
export const hideIds = ({ id: page, items, fields }: SnapshotPage, salt: number): Translation => ({
  item: new Map(items.map((id) => [id, nameOf(page, 'item', id, salt)])),
  field: new Map(fields.map((id) => [id, nameOf(page, 'field', id, salt)])),
});

/** Maps each stranger back to its id. Two ids with one hash get no translation: better unknown than wrong. */
function invert(hidden: ReadonlyMap<string, string>, into: Map<string, string>): void {
  const twice = new Set<string>();
  for (const [id, stranger] of hidden) {
    if (into.has(stranger)) twice.add(stranger);
    into.set(stranger, id);
  }
  for (const stranger of twice) into.delete(stranger);
}

/** Translates the ids in the keys of entries; an id without a translation stays as it is. */
export const translateEntries = (entries: readonly Entry[], { item, field }: Translation): Entry[] =>
  entries.map((entry) => {
    const { kind, id } = splitKey(entry.key);
    const other = kind === 'field' ? field.get(id) : kind === 'mark' || kind === 'note' ? item.get(id) : undefined;
    return other === undefined ? entry : { ...entry, key: joinKey({ kind, id: other }) };
  });

/** Names the strangers in entries that are ids of `known`: a page, or all ids that it ever had. */
export function nameStrangers(entries: readonly Entry[], known: SnapshotPage): Entry[] {
  const salts = new Set<number>();
  for (const { key } of entries) {
    const salt = pattern.exec(splitKey(key).id)?.[1];
    if (salt !== undefined && salts.size < saltsTried) salts.add(parseInt(salt, 16));
  }
  const item = new Map<string, string>();
  const field = new Map<string, string>();
  for (const salt of salts) {
    const hidden = hideIds(known, salt);
    invert(hidden.item, item);
    invert(hidden.field, field);
  }
  return translateEntries(entries, { item, field });
}
