import { areTexts } from '~/core/are-texts';
import { parseJson } from '~/core/json';
import type { Value } from '~/core/page/page';
import { isValueName } from './placeholder';

/** Values as a page holds them in an attribute: `[name, label, example, pattern]`, empty ones at the end left out. */
export const writeValues = (values: readonly Value[]): string =>
  JSON.stringify(
    values.map(({ name, label, example, pattern }) => {
      const written = [name, label, example, pattern];
      while (written.at(-1) === '') written.pop();
      return written;
    }),
  );

/** Reads what `writeValues` wrote; what is no value is left out. */
export function readValues(text: string): Value[] {
  const read = parseJson(text);
  return (Array.isArray(read) ? read : []).flatMap((one: unknown): Value[] => {
    if (!areTexts(one)) return [];
    const [name = '', label = name, example = '', pattern = ''] = one;
    return isValueName(name) ? [{ name, label, example, pattern }] : [];
  });
}
