import type { Page, Value } from '~/core/page/page';
import { readStructure, type Structure } from '~/core/page/structure';
import type { State } from '~/core/run/run';
import { tellText } from './show-value';
import { saidOf } from './value';

/** Fills a page's texts in: titles, items and labels. Ids are made of what the author wrote, and stay; so do the answers of a choice. */
export function fillPage(page: Page, fill: (text: string) => string): Page {
  return {
    ...page,
    title: fill(page.title),
    sections: page.sections.map((section) => ({ ...section, title: fill(section.title) })),
    items: page.items.map((item) => ({ ...item, text: fill(item.text) })),
    fields: page.fields.map((field) => ({ ...field, label: fill(field.label) })),
  };
}

/**
 * Makes a function that gives a page's structure with the values of a run in its texts [VA5]: the same object as long as these values
 * are the same, and the structure itself where the page declares none. `readSaid`: what the run says, if not its state.
 */
export function makeFiller(
  values: readonly Value[],
  readSaid: (state: State, name: string) => string = saidOf,
): (structure: Structure, state: State) => Structure {
  const byName = new Map(values.map((value) => [value.name, value]));
  let last: { structure: Structure; said: string; filled: Structure } | undefined;
  return (structure, state) => {
    if (values.length === 0) return structure;
    const said = JSON.stringify(values.map(({ name }) => readSaid(state, name)));
    if (last?.structure === structure && last.said === said) return last.filled;
    const fill = (text: string) => tellText(text, byName, (name) => readSaid(state, name));
    const filled = { ...readStructure(fillPage(structure.page, fill), structure.past), unfilled: structure };
    last = { structure, said, filled };
    return filled;
  };
}

/** A page's structure with the values of a run in its texts. */
export const fillStructure = (structure: Structure, state: State): Structure =>
  makeFiller(structure.page.values ?? [])(structure, state);
