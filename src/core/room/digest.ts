import { murmur3 } from '~/core/murmur3';

/** A set of entries in three numbers: its size, and two sums of 32-bit hashes. Equal sets have equal digests, in any order. */
export type Digest = readonly [count: number, first: number, second: number];

export const emptyDigest: Digest = [0, 0, 0];

/** The digest with one entry more (`by` 1) or less (`by` -1). */
export const countIn = ([count, first, second]: Digest, id: string, by: 1 | -1): Digest => [
  count + by,
  (first + by * murmur3(id)) >>> 0,
  (second + by * murmur3(id, 1)) >>> 0,
];

/** Tells whether two digests are those of the same entries, but for a collision. */
export const sameDigest = (a: Digest, b: Digest): boolean => a.every((part, i) => part === b[i]);
