import type { Page } from './page';

/** The titles of the headings around each of a page's items, from the nearest outwards, in the order of the items. */
export function headingsOf({ sections, items }: Page): string[][] {
  const paths = new Map<string, string[]>([['', []]]);
  for (const { anchor, title, parent } of sections) paths.set(anchor, [title, ...(paths.get(parent) ?? [])]);
  return items.map(({ section }) => paths.get(section) ?? []);
}
