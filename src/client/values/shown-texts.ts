import type { Value } from '~/core/page/page';
import { tellText } from '~/core/values/show-value';
import { shownText } from '~/client/bar/shown-text';

/** Names an element anew for what it is about: "More: …". One without a name is left alone. */
function rename(named: Element, about: string): void {
  const [before = ''] = (named.ariaLabel ?? '').split(': ');
  if (named.ariaLabel !== null) named.ariaLabel = `${before}: ${about}`;
}

/** Attributes that are read aloud or shown, and the one that keeps what the author wrote. */
const kept = [
  ['aria-label', 'data-label'],
  ['alt', 'data-alt'],
  ['title', 'data-title'],
] as const;

/** Fills the values of a run into the names of fields, pictures and links, and into those of the buttons beside a row or a field. */
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
    for (const named of row.querySelectorAll('.how, [data-act=more], [data-act=skip]')) rename(named, text);
  }
  for (const button of root.querySelectorAll('[data-label] + :is([data-act=now], [data-act=sign])')) {
    rename(button, button.previousElementSibling?.ariaLabel ?? '');
  }
}
