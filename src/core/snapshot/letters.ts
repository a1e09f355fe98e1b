import type { Channel } from './channel';
import { chanceOf, createModel, learn, type Model } from './model';

/** Slots for a byte's eight bits: one for each run of bits that may come before. */
const node = 256;
/** Pairs of bytes share this many contexts, by a hash. */
const pairs = 1024;

/**
 * Three models of the next byte: by nothing, by the byte before, by the two before. Their chances are averaged, each weighted by how
 * often it saw its context, times this: where more is known of a longer context it is nearly always right [SN4].
 */
const weights = [1, 16, 128] as const;

/** Returns the slot for the next bit after `bits` of a byte, in each of the models. */
const slotsOf = (first: number, second: number, bits: number): readonly number[] => [
  bits,
  second * node + bits,
  (Math.imul(first * 256 + second, 0x9e3779b1) >>> 22) * node + bits,
];

/** Creates the models. They take a megabyte, so this waits for the first letter. */
const createModels = () => [createModel(node, 60), createModel(256 * node, 30), createModel(pairs * node, 30)];

/** Codes one byte after the other, learning from all of them; a reader gives `undefined`. */
export function createLetterCoder(channel: Channel) {
  let models: Model[] = [];

  const codeBit = (slots: readonly number[], bit: number) => {
    let sum = 32768;
    let weight = 1;
    models.forEach((model, i) => {
      const slot = slots[i] ?? 0;
      const trust = (model.seen[slot] ?? 0) * (weights[i] ?? 0);
      sum += trust * chanceOf(model, slot);
      weight += trust;
    });
    const coded = channel.code(Math.floor(sum / weight), bit);
    models.forEach((model, i) => learn(model, slots[i] ?? 0, coded));
    return coded;
  };

  /** The two bytes before stand for themselves; at the start of a text they are spaces. */
  return (first: number, second: number, byte: number | undefined): number => {
    if (models.length === 0) models = createModels();
    let bits = 1;
    for (let i = 7; i >= 0; i--) bits = bits * 2 + codeBit(slotsOf(first, second, bits), ((byte ?? 0) >> i) & 1);
    return bits - 256;
  };
}
