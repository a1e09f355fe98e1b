import type { Contingency, Field, Hold, Item, Page, Section } from './page';

/** One part of a page. The build reads the parts from Markdown and the browser from the DOM, both in document order. */
export type Part =
  | { heading: Omit<Section, 'parent'> }
  | { item: Omit<Item, 'section'> }
  | { field: Omit<Field, 'section'> }
  | { hold: Hold }
  | { contingency: Contingency };

/** Puts the parts together: finds each heading's parent, and each item's and field's section. */
export function buildPage({ id, title }: Pick<Page, 'id' | 'title'>, parts: Iterable<Part>): Page {
  const sections: Section[] = [];
  const items: Item[] = [];
  const fields: Field[] = [];
  const holds: Hold[] = [];
  const contingencies: Contingency[] = [];
  let around: Section[] = [];
  for (const part of parts) {
    const section = around.at(-1)?.anchor ?? '';
    if ('heading' in part) {
      const { heading } = part;
      around = around.filter((outer) => outer.depth < heading.depth);
      const next = { ...heading, parent: around.at(-1)?.anchor ?? '' };
      sections.push(next);
      around.push(next);
    } else if ('item' in part) items.push({ ...part.item, section });
    else if ('field' in part) fields.push({ ...part.field, section });
    else if ('hold' in part) holds.push(part.hold);
    else contingencies.push(part.contingency);
  }
  return { id, title, sections, items, fields, contingencies, holds };
}
