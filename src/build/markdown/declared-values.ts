import type { Value } from '~/core/page/page';
import { compilePattern, fitsPattern } from '~/core/values/pattern';
import { isValueName } from '~/core/values/placeholder';
import type { Problem } from './problem';
import { isSlowPattern } from './slow-pattern';

export const expectedValues =
  'names, each with a label, or with `label:`, `example:` and `pattern:`, such as `version: { label: Version, example: v1.4.2 }`';

/** A text, or something that YAML reads as a number, a truth or a date where a text was meant. */
const asText = (given: unknown): string | undefined => {
  if (given === undefined || given === null) return '';
  if (given instanceof Date) return given.toISOString().slice(0, 10);
  return ['string', 'number', 'boolean'].includes(typeof given) ? String(given).trim() : undefined;
};

const isMap = (given: unknown): given is Record<string, unknown> =>
  typeof given === 'object' && given !== null && !Array.isArray(given) && !(given instanceof Date);

/** The place of a declaration, for messages. */
interface Place {
  file: string;
  lineOf: (path: readonly PropertyKey[]) => number;
}

/**
 * Reads the values that a front matter or `site.yaml` declares. One that is wrong is reported and left out, alone; a pattern that is
 * none is reported, and then nothing but the default gets into code.
 */
export function declareValues(given: unknown, { file, lineOf }: Place): { values: Value[]; problems: Problem[] } {
  const problems: Problem[] = [];
  const entries: [string, unknown][] = Array.isArray(given)
    ? given.map((name) => [String(name), null])
    : Object.entries(isMap(given) ? given : {});
  const values = entries.flatMap(([name, one]): Value[] => {
    const say = (message: string) =>
      problems.push({
        severity: 'warning',
        file,
        line: lineOf(['values', name]),
        message: `values.${name}: ${message}`,
      });
    if (!isValueName(name)) {
      say(
        'expected a name that begins with a letter and goes on with letters, digits, dashes and underscores. It is ignored.',
      );
      return [];
    }
    const { label = name, example = '', pattern = '' } = isMap(one) ? one : { label: one ?? name };
    const texts = [label, example, pattern].map(asText);
    const [shownLabel, shownExample, shownPattern] = texts;
    if (shownLabel === undefined || shownExample === undefined || shownPattern === undefined) {
      say('expected a label, or `label:`, `example:` and `pattern:`, each a text. It is ignored.');
      return [];
    }
    const isPattern = compilePattern(shownPattern) !== undefined;
    const isSlow = isPattern && isSlowPattern(shownPattern);
    if (!isPattern) {
      say(
        `expected a regular expression as its pattern, found \`${shownPattern}\`: the default one holds in its place.`,
      );
    }
    if (isSlow) {
      say(
        `expected a pattern that is decided at once, found \`${shownPattern}\`, which can divide one text in too many ways, as \`(a+)+\` does: a long value would keep the page busy for ever. The default one holds in its place.`,
      );
    }
    const value = {
      name,
      label: shownLabel === '' ? name : shownLabel,
      example: shownExample,
      pattern: isPattern && !isSlow ? shownPattern : '',
    };
    if (value.example !== '' && !fitsPattern(value.example, value.pattern)) {
      say(
        `expected an example that fits the pattern, found \`${value.example}\`: filled in like that, it would stay out of code.`,
      );
    }
    return [value];
  });
  return { values, problems };
}
