const write = (value: unknown): string =>
  typeof value === 'function' ? String(value) : JSON.stringify(value).replaceAll('<', '\\u003c');

/**
 * A call of a function as the text of an inline script. The function, and functions among its values, become their own
 * source text: they must refer to nothing outside themselves. The build minifies it and names its hash in the page's
 * security policy (build/output/slim-pages.ts).
 */
export const inlineScript = <Values extends unknown[]>(run: (...values: Values) => void, ...values: Values): string =>
  `(${write(run)})(${values.map(write).join()})`;
