import type { Value } from '~/core/page/page';
import { tellText } from '~/core/values/show-value';
import { textOf } from '~/client/sheet/text-of';

/** A row's text as it is shown, with what stands in the place of its values. */
function shownText(place: Element | null): string {
  const copy = place?.cloneNode(true) ?? null;
  if (!(copy instanceof Element)) return '';
  for (const value of copy.querySelectorAll('[data-value]')) value.replaceWith(value.textContent ?? '');
  return textOf(copy);
}

/** Attributes that are read aloud or shown, and the one that keeps what the author wrote. */
const kept = [
  ['aria-label', 'data-label'],
  ['alt', 'data-alt'],
  ['title', 'data-title'],
] as const;

/** Fills the values of a run into the names of fields, pictures and links, and into those of the buttons beside a row. */
export function fillNames(root: ParentNode, values: readonly Value[], saidOf: (name: string) => string): void {
  const byName = new Map(values.map((value) => [value.name, value]));
  const fill = (text: string) => tellText(text, byName, saidOf);
  for (const [name, keeper] of kept) {
    for (const element of root.querySelectorAll(`[${keeper}]`)) {
      element.setAttribute(name, fill(element.getAttribute(keeper) ?? ''));
    }
  }
  for (const row of root.querySelectorAll('.row:has(.text [data-value])')) {
    const text = shownText(row.querySelector('.text'));
    for (const named of row.querySelectorAll('.how, [data-act=more], [data-act=skip]')) {
      const [before = ''] = (named.ariaLabel ?? '').split(': ');
      if (named.ariaLabel !== null) named.ariaLabel = `${before}: ${text}`;
    }
  }
}
