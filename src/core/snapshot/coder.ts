import { caps } from '~/core/run/caps';
import type { Channel } from './channel';
import { createLetterCoder } from './letters';
import { chanceOf, createModel, learn, type Model } from './model';
import { Refused, within } from './refusal';

/** The value that a writer writes; `undefined` for a reader. */
type Given = number | undefined;

/**
 * Writes and reads with the same calls: each takes the value to write (a reader has none) and returns the value at that place. So a layout
 * is one function, and it reads exactly what it writes.
 */
export interface Coder {
  /** A bit whose chance is learned in a slot of a model. */
  bit(model: Model, slot: number, bit: Given): number;
  /** A number of the given number of bits, nothing learned. */
  raw(bits: number, value: Given): number;
  /** A whole number from 0 to `most`: how many bits it has, learned in one of the model's contexts, then the bits. */
  number(model: Model, context: number, value: Given, most: number): number;
  /** A text of at most `most` bytes of UTF-8, its letters learned together with those of all other texts. */
  text(model: Model, value: string | undefined, most: number): string;
}

const space = 32;

const sizes = 33;
/** Slots of one context of a number: one for each size, and one for the bit after the first of each size. */
const numberSlots = 2 * sizes;

/** Creates a model for numbers, with the given number of contexts. */
export const createNumberModel = (contexts = 1, memory = 30): Model => createModel(contexts * numberSlots, memory);

/** Returns the number of bits of a number: 0 for 0, 1 for 1, 2 for 2 and 3 … */
export const sizeOf = (value: number): number => 32 - Math.clz32(value);

/** Creates a coder over a channel, for a whole snapshot: what it learns from one text, it uses for the next. */
export function createCoder(channel: Channel): Coder {
  const codeLetter = createLetterCoder(channel);
  let left: number = caps.allText;

  const bit = (model: Model, slot: number, value: Given) => {
    const coded = channel.code(chanceOf(model, slot), value ?? 0);
    learn(model, slot, coded);
    return coded;
  };

  const raw = (bits: number, value: Given = 0) => {
    let coded = 0;
    for (let i = bits - 1; i >= 0; i--) coded = coded * 2 + channel.code(32768, (value >>> i) & 1);
    return coded;
  };

  const number = (model: Model, context: number, value: Given = 0, most: number) => {
    within(value, most);
    const base = context * numberSlots;
    const largest = sizeOf(most);
    let size = 0;
    while (size < largest && bit(model, base + size, sizeOf(value) > size ? 1 : 0)) size++;
    if (size < 2) return within(size, most);
    const second = bit(model, base + sizes + size, (value >>> (size - 2)) & 1);
    return within((2 + second) * 2 ** (size - 2) + raw(size - 2, value), most);
  };

  const text = (model: Model, value: string = '', most: number) => {
    const source = new TextEncoder().encode(value);
    const length = number(model, 0, source.length, Math.min(most, left));
    left -= length;
    const bytes = new Uint8Array(length);
    for (let i = 0; i < length; i++) bytes[i] = codeLetter(bytes[i - 2] ?? space, bytes[i - 1] ?? space, source[i]);
    try {
      return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    } catch {
      throw new Refused({ kind: 'corrupt' });
    }
  };

  return { bit, raw, number, text };
}
