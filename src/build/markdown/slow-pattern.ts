import { runInNewContext } from 'node:vm';
import { onceEachText } from '~/core/once-each-text';
import { longestValue } from '~/core/values/pattern';
import { writeAttacks } from './pattern-attacks';

/** The times, in milliseconds, that a pattern has for all attacks together; the second is for a machine that was busy. */
const patience = [100, 700];

/** Tells whether the pattern decides all of these texts in time: the engine gives up a test that does not end. */
function isInTime(pattern: string, texts: readonly string[], timeout: number): boolean {
  try {
    const test = 'const fits = new RegExp(`^(?:${pattern})$`, "u"); for (const text of texts) fits.test(text)';
    runInNewContext(test, { pattern, texts }, { timeout });
    return true;
  } catch {
    return false;
  }
}

/** Tells whether the attacks on a pattern take too long. Tried once for each pattern: many pages may have it. */
const failsAttacks = onceEachText((pattern) => {
  const texts = writeAttacks(pattern, longestValue);
  return !patience.some((timeout) => isInTime(pattern, texts, timeout));
});

/**
 * Tells whether a pattern may keep a browser busy for longer than anybody waits, with a value that comes by a link: then the page
 * would stand still before the link could be closed. One repetition alone, without a choice, is never slow.
 */
export function isSlowPattern(pattern: string): boolean {
  if (!/[*+]|\{\d+,/.test(pattern) || (pattern.match(/[*+|]|\{\d+,/g) ?? []).length < 2) return false;
  return failsAttacks(pattern);
}
