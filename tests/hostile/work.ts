import { expect } from 'vitest';

/** The time of the processor that something takes, in milliseconds: the least of a few tries, or the first that is short enough. */
function measure(work: () => unknown, enough: number): number {
  let least = Infinity;
  for (let tries = 0; tries < 4 && least > enough; tries++) {
    const before = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(before);
    least = Math.min(least, (user + system) / 1000);
  }
  return least;
}

/**
 * Expects that reading a text takes work that grows with its length alone, however busy the machine is: eight times the length is eight
 * times the work where each sign is looked at so often, and 64 times where it is for each other one.
 */
export function expectLinear(read: (length: number) => unknown, length: number, name?: string): void {
  const limit =
    24 *
    Math.max(
      4,
      measure(() => read(length), 4),
    );
  expect(
    measure(() => read(8 * length), limit),
    name,
  ).toBeLessThanOrEqual(limit);
}
