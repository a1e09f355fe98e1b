/** A seeded source of random numbers, so that a bench measures the same runs every time. */
export interface Random {
  /** A number from 0 up to, not including, 1. */
  next(): number;
  /** A whole number from 0 up to, not including, `n`. */
  below(n: number): number;
  pick<Value>(values: readonly Value[]): Value;
  /** A whole number from 0 up, geometrically distributed with this mean. */
  geometric(mean: number): number;
}

/** Mulberry32. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const below = (n: number) => Math.floor(next() * n);
  return {
    next,
    below,
    pick: (values) => values[below(values.length)] as (typeof values)[number],
    geometric(mean) {
      let count = 0;
      while (next() >= 1 / (1 + mean)) count++;
      return count;
    },
  };
}
