import { createHash } from 'node:crypto';

const write = (value: unknown): string =>
  typeof value === 'function' ? String(value) : JSON.stringify(value).replaceAll('<', '\\u003c');

/**
 * A call of a function as the text of an inline script, and the hash by which the security policy knows it. The function,
 * and functions among its values, become their own source text: they must refer to nothing outside themselves.
 * The hash has to be announced (`Astro.csp.insertScriptHash`) before the page's head is written.
 */
export function inlineScript<Values extends unknown[]>(
  run: (...values: Values) => void,
  ...values: Values
): { code: string; hash: `sha256-${string}` } {
  const code = `(${write(run)})(${values.map(write).join()})`.replace(/\n\s*/g, '\n');
  return { code, hash: `sha256-${createHash('sha256').update(code).digest('base64')}` };
}
