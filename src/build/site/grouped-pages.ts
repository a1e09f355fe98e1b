import { groupBy } from '~/core/group-by';

/** A heading of the navigation, and the pages beneath it; without a title: those that stand at the top. */
export interface PageGroup<Page> {
  title: string | undefined;
  pages: Page[];
}

/**
 * Pages in the order and under the headings of the site's navigation. Pages that it does not name come last, under `rest`
 * where there are headings at all. A heading without any of the pages is left out; neighbours without a heading are one group.
 */
export function groupPages<Page extends { id: string }>(
  pages: readonly Page[],
  navigation: readonly { title: string | undefined; pages: readonly string[] }[],
  rest: string,
): PageGroup<Page>[] {
  const left = new Map(pages.map((page) => [page.id, page]));
  const groups: PageGroup<Page>[] = [];
  const add = (title: string | undefined, members: Page[]) => {
    const last = groups.at(-1);
    if (members.length === 0) return;
    if (title === undefined && last !== undefined && last.title === undefined) last.pages.push(...members);
    else groups.push({ title, pages: members });
  };
  for (const { title, pages: ids } of navigation) {
    const members = ids.flatMap((id) => left.get(id) ?? []);
    for (const { id } of members) left.delete(id);
    add(title, members);
  }
  add(groups.some(({ title }) => title !== undefined) ? rest : undefined, [...left.values()]);
  return groups;
}

const folderOf = ({ id }: { id: string }): string => id.split('/').slice(1, -1).join(' / ').replace(/[-_]/g, ' ');

/**
 * Splits the pages that stand under no heading of the navigation, or under the one for the `rest`, by the folders that they lie in: a
 * heading each, folders in the order of the alphabet.
 */
export function splitByFolder<Page extends { id: string }>(
  groups: readonly PageGroup<Page>[],
  rest: string,
): PageGroup<Page>[] {
  return groups.flatMap((group) => {
    const byFolder = groupBy(group.pages, folderOf);
    const isNamed = group.title !== undefined && group.title !== rest;
    if (isNamed || byFolder.size < 2) return [group];
    const folders = [...byFolder].filter(([folder]) => folder !== '').toSorted(([a], [b]) => a.localeCompare(b));
    const above = byFolder.get('');
    return [
      ...(above === undefined ? [] : [{ title: group.title, pages: above }]),
      ...folders.map(([title, pages]) => ({ title, pages })),
    ];
  });
}
