/** The subjects that an entry can have, in the order of their numbers in a link. `other`: a key that this version does not know. */
export const kinds = ['mark', 'note', 'field', 'hold', 'end', 'other'] as const;
export type Kind = (typeof kinds)[number] | 'title';

/** A key in parts: `id` is empty for a title and an end, the whole key for `other`. */
export interface Key {
  kind: Kind;
  id: string;
}

/** Splits a key at its first slash. */
export function splitKey(key: string): Key {
  if (key === 'title' || key === 'end') return { kind: key, id: '' };
  const slash = key.indexOf('/');
  const prefix = key.slice(0, Math.max(slash, 0));
  const kind = kinds.slice(0, 4).find((known) => known === prefix) ?? 'other';
  return { kind, id: kind === 'other' ? key : key.slice(slash + 1) };
}

/** Joins what `splitKey` split. */
export function joinKey({ kind, id }: Key): string {
  if (kind === 'title' || kind === 'end') return kind;
  return kind === 'other' ? id : `${kind}/${id}`;
}
