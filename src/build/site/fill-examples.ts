import type { Page } from '~/core/page/page';
import { showExamples } from '~/core/values/show-value';

/** A text of a page, or about it, as it is read without a run: with the examples of its values. */
export const fillExamples = ({ values = [] }: Pick<Page, 'values'>, text: string): string =>
  showExamples(text, new Map(values.map((value) => [value.name, value])));
