import type { Value } from '~/core/page/page';
import { readValues } from '~/core/values/read-values';
import { valueOfField } from '~/core/values/value';

/** The box in which a runbook's values are filled in. */
export const findBox = (): HTMLElement | null => document.getElementById('ui:values');

/** The values of the box, each as its input says it: the name, the label, the example and the pattern. */
export const readBox = (box: Pick<ParentNode, 'querySelectorAll'>): Value[] =>
  [...box.querySelectorAll('input')].flatMap((input): Value[] => {
    const name = valueOfField(input.dataset.field ?? '');
    if (name === undefined) return [];
    const { placeholder, dataset } = input;
    return [
      { name, label: input.parentElement?.textContent ?? name, example: placeholder, pattern: dataset.pattern ?? '' },
    ];
  });

/** The values of a page: of a runbook, those of its box; of a guide, those that the line at its top names. */
export function valuesOfPage(): Value[] {
  const box = findBox();
  return box ? readBox(box) : readValues(document.getElementById('ui:for-run')?.dataset.values ?? '[]');
}
