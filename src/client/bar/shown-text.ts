import { textOf } from '~/client/sheet/text-of';

/** A row's text as it is shown at this moment: with what stands in the place of its values. */
export function shownText(place: Element | null): string {
  const copy = place?.cloneNode(true) ?? null;
  if (!(copy instanceof Element)) return '';
  for (const value of copy.querySelectorAll('[data-value]')) value.replaceWith(value.textContent ?? '');
  return textOf(copy);
}
