import type { Value } from '~/core/page/page';
import { fitsPattern } from './pattern';
import { fillText, writePlaceholder } from './placeholder';

/** A value as it is shown. `example`: nothing was filled in. `unfit`: what was filled in stays out of code. */
export interface ShownValue {
  text: string;
  state: 'set' | 'example' | 'unfit';
}

/** The text in the place of a value that nobody has filled in: its example, else a blank that says what belongs there [VA2]. */
export const exampleOf = ({ name, label, example }: Value, isCode: boolean): string =>
  example !== '' ? example : isCode ? writePlaceholder(name) : `[${label}]`;

/** Shows a value for which the run has the text `said` [VA2, VA3]. */
export function showValue(value: Value, said: string, isCode: boolean): ShownValue {
  if (said === '') return { text: exampleOf(value, isCode), state: 'example' };
  if (fitsPattern(said, value.pattern)) return { text: said, state: 'set' };
  return { text: isCode ? writePlaceholder(value.name) : said, state: 'unfit' };
}

/** A text of the page's model as it is told, printed and exported: an unset value is a blank that says what belongs there. */
export const tellValue = ({ label }: Value, said: string): string => (said === '' ? `[${label}]` : said);

/** A text as it is read without a run: with the examples of its values. */
export const showExamples = (text: string, values: ReadonlyMap<string, Value>): string =>
  fillText(text, values, (value) => exampleOf(value, false));

/** A text with what a run says of its values. */
export const tellText = (text: string, values: ReadonlyMap<string, Value>, saidOf: (name: string) => string): string =>
  fillText(text, values, (value) => tellValue(value, saidOf(value.name)));
