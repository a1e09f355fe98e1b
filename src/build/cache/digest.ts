import { createHash } from 'node:crypto';

/** A name for some data that no other data has: 32 hexadecimal digits. Where one part ends and the next begins is part of it. */
export function digestOf(...parts: readonly (string | Uint8Array)[]): string {
  const hash = createHash('blake2b512');
  for (const part of parts) hash.update(`${part.length};`).update(part);
  return hash.digest('hex').slice(0, 32);
}

/** A shorter name: 8 hexadecimal digits, enough to tell the versions of one file apart. */
export const shortDigest = (...parts: readonly (string | Uint8Array)[]): string => digestOf(...parts).slice(0, 8);
