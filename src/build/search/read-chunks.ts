import { z } from 'astro/zod';
import type { Chunk } from '~/core/search/chunk-of';

/*
 * Which chunk of Pagefind's index holds which words. Pagefind learns it in the page from its list of pages and chunks, but only once its
 * program has come, which is the largest file of all. With the same list in `start.json`, the chunks that a question needs are sent for
 * beside the program instead of after it. The list is CBOR (RFC 8949), of which this reads what Pagefind writes.
 */

const listSchema = z
  .tuple([z.string(), z.array(z.unknown()), z.array(z.tuple([z.string(), z.string(), z.string()]))])
  .rest(z.unknown());

const kinds = { number: 0, text: 3, list: 4, simple: 7 };

/** The number of bytes of a length or number, by the sign in its first byte that it does not fit there. */
const sizes: Record<number, number> = { 24: 1, 25: 2, 26: 4 };

/** Reads one value of CBOR, and all that is in it. Throws at a kind of value that Pagefind's list does not have. */
function readValue(bytes: Buffer): unknown {
  let at = 0;
  const read = (): unknown => {
    const first = bytes.readUInt8(at++);
    const [kind, short] = [first >> 5, first & 31];
    const size = sizes[short] ?? 0;
    if (short > 23 && size === 0) throw new RangeError(`a value that begins with ${first}`);
    const count = size === 0 ? short : bytes.readUIntBE(at, size);
    at += size;
    if (kind === kinds.number) return count;
    if (kind === kinds.list) return Array.from({ length: count }, read);
    if (kind === kinds.simple) return null;
    if (kind !== kinds.text) throw new RangeError(`a value that begins with ${first}`);
    at += count;
    return bytes.toString('utf8', at - count, at);
  };
  return read();
}

/** Returns the chunks of an index, in the order of their words, from Pagefind's list, unpacked; none where the list has another form. */
export function readChunks(list: Buffer): Chunk[] {
  try {
    const [, , chunks] = listSchema.parse(readValue(list));
    return chunks.map(([from, , file]): Chunk => [from, file]);
  } catch {
    return [];
  }
}
