import type { Page } from './page';

/** What an item said when the page last had it. `headings`: titles from the nearest heading outwards. */
export interface Remembered {
  text: string;
  headings: readonly string[];
}

/** What is remembered of a page's items, and of its fields' labels, by id: those that it has, and those that it had. */
export interface Past {
  items: ReadonlyMap<string, Remembered>;
  fields: ReadonlyMap<string, string>;
}

export const noPast: Past = { items: new Map(), fields: new Map() };

/** The titles of the headings around each of a page's items, from the nearest outwards, in the order of the items. */
export function headingsOf({ sections, items }: Page): string[][] {
  const byAnchor = new Map(sections.map((section) => [section.anchor, section]));
  const paths = new Map<string, string[]>([['', []]]);
  for (const { anchor, title, parent } of sections) paths.set(anchor, [title, ...(paths.get(parent) ?? [])]);
  return items.map(({ section }) => (byAnchor.has(section) ? (paths.get(section) ?? []) : []));
}
