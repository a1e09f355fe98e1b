import type { Plan } from '~/core/page/page';

/** Reads what the author planned from the page's static HTML, as the build wrote it; `undefined` where that is nothing. */
export function readPlan(root: ParentNode): Plan | undefined {
  const items: Record<string, number> = {};
  const sections: Record<string, number> = {};
  const roles: Record<string, string[]> = {};
  for (const element of root.querySelectorAll<HTMLElement>('main [data-minutes], main [data-does]')) {
    const item = element.closest<HTMLElement>('[data-item]')?.id;
    const { minutes, does } = element.dataset;
    if (item === undefined) sections[element.id] = Number(minutes);
    else if (does !== undefined) roles[item] = [...(roles[item] ?? []), does];
    else items[item] = Number(minutes);
  }
  const plan = { items, sections, roles };
  return Object.values(plan).some((part) => Object.keys(part).length > 0) ? plan : undefined;
}
