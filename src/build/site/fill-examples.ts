import type { Page } from '~/core/page/page';
import { fillParts } from '~/core/values/placeholder';
import { exampleOf } from '~/core/values/show-value';

/** A text of a page, or about it, as it is read without a run: with the examples of its values. */
export function fillExamples({ values = [] }: Pick<Page, 'values'>, text: string): string {
  const byName = new Map(values.map((value) => [value.name, value]));
  return fillParts(
    text,
    (name) => byName.has(name),
    (name) => {
      const value = byName.get(name);
      return value === undefined ? '' : exampleOf(value, false);
    },
  );
}
