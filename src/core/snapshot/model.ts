/** What was learned so far of some kinds of bit, each in its slot: the chance of a 1, and how often it was seen. */
export interface Model {
  chances: Uint16Array;
  seen: Uint8Array;
  /** Seen so often, a slot goes on learning at the same pace. */
  memory: number;
}

export const createModel = (slots: number, memory: number): Model => ({
  chances: new Uint16Array(slots).fill(32768),
  seen: new Uint8Array(slots),
  memory,
});

const surest = 64;

/** The chance of a 1 in a slot, in 65,536ths; never so sure that a surprise would be dear. */
export const chanceOf = (model: Model, slot: number): number =>
  Math.min(Math.max(model.chances[slot] ?? 0, surest), 65536 - surest);

/** Learns a bit: the first one counts for much, each later one for less [SN4]. */
export function learn(model: Model, slot: number, bit: number): void {
  const chance = model.chances[slot] ?? 0;
  const seen = model.seen[slot] ?? 0;
  model.chances[slot] = chance + Math.trunc((((bit ? 65535 : 0) - chance) * 2) / (2 * seen + 3));
  if (seen < model.memory) model.seen[slot] = seen + 1;
}
