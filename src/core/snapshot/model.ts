/** The learned statistics of some kinds of bit, a slot for each: the chance of a 1, and the number of bits seen. */
export interface Model {
  /** In 65,536ths, less a half: so a new model is all zeros, and costs nothing until it is used. */
  chances: Int16Array;
  seen: Uint8Array;
  /** The count at which a slot stops slowing down: from then on it learns at the same pace. */
  memory: number;
}

/** Creates a model that has seen nothing: in each slot, 0 and 1 are equally likely. */
export const createModel = (slots: number, memory: number): Model => ({
  chances: new Int16Array(slots),
  seen: new Uint8Array(slots),
  memory,
});

const half = 32768;
const surest = 64;

/** Returns the chance of a 1 in a slot, in 65,536ths; never so close to certain that a surprise would cost many bits. */
export const chanceOf = (model: Model, slot: number): number =>
  Math.min(Math.max(half + (model.chances[slot] ?? 0), surest), 2 * half - surest);

/** Learns a bit: the first one counts for much, each later one for less [SN4]. */
export function learn(model: Model, slot: number, bit: number): void {
  const chance = model.chances[slot] ?? 0;
  const seen = model.seen[slot] ?? 0;
  model.chances[slot] = chance + Math.trunc((((bit ? half - 1 : -half) - chance) * 2) / (2 * seen + 3));
  if (seen < model.memory) model.seen[slot] = seen + 1;
}
