import { Refused } from './refusal';

/**
 * One end of an adaptive binary range coder (32 bits, carry-less, integers only, so that every engine agrees).
 * `chance`: of a 1, in 65,536ths. The writer writes `bit`; the reader ignores it; both give back the bit that stands there.
 */
export interface Channel {
  code(chance: number, bit: number): number;
}

const top = 0xffffffff;

/** Returns the point that splits the interval from `low` to `high`: values up to it are a 1, those above it a 0. */
const split = (low: number, high: number, chance: number) => low + Math.floor(((high - low) * chance) / 65536);

const sameTopByte = (low: number, high: number) => (low ^ high) >>> 24 === 0;

/** A channel that writes; `finish` gives the fewest bytes that read back the same. */
export function openWriter(): Channel & { finish(): Uint8Array } {
  const bytes: number[] = [];
  let low = 0;
  let high = top;
  return {
    code(chance, bit) {
      const middle = split(low, high, chance);
      if (bit) high = middle;
      else low = middle + 1;
      for (; sameTopByte(low, high); low = (low << 8) >>> 0, high = ((high << 8) | 255) >>> 0) bytes.push(high >>> 24);
      return bit;
    },
    finish() {
      if (low > 0) bytes.push((low >>> 24) + 1);
      return Uint8Array.from(bytes);
    },
  };
}

/** A channel that reads. It takes zeros for the bytes that `finish` spared, and stops where more than those are missing. */
export function openReader(bytes: Uint8Array): Channel {
  let low = 0;
  let high = top;
  let at = 0;
  const next = () => {
    if (at >= bytes.length + 4) throw new Refused({ kind: 'corrupt' });
    return bytes[at++] ?? 0;
  };
  let value = ((next() << 24) | (next() << 16) | (next() << 8) | next()) >>> 0;
  return {
    code(chance) {
      const middle = split(low, high, chance);
      const bit = value <= middle ? 1 : 0;
      if (bit) high = middle;
      else low = middle + 1;
      for (; sameTopByte(low, high); low = (low << 8) >>> 0, high = ((high << 8) | 255) >>> 0) {
        value = ((value << 8) | next()) >>> 0;
      }
      return bit;
    },
  };
}
