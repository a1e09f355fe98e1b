import type { Plan } from '~/core/page/page';
import type { Structure } from '~/core/page/structure';
import { takeTime } from '~/core/plan/read-tail';

/** The role that a place on a row names: its text without the “@”, and without who holds it. */
export const roleAt = (place: Element): string => (place.firstChild?.textContent ?? '').slice(1);

/** Reads what the author planned from the page's static HTML, as the build wrote it; `undefined` where that is nothing. */
export function readPlan(root: ParentNode): Plan | undefined {
  const items: Record<string, number> = {};
  const sections: Record<string, number> = {};
  const roles: Record<string, string[]> = {};
  for (const heading of root.querySelectorAll<HTMLElement>('main [data-minutes]'))
    sections[heading.id] = Number(heading.dataset.minutes);
  for (const element of root.querySelectorAll('main .item > .plan')) {
    const item = element.closest('[data-item]')?.id ?? '';
    const named = [...element.querySelectorAll('span')].map(roleAt);
    const time = takeTime(element.firstChild?.textContent ?? '');
    if (named.length > 0) roles[item] = named;
    if (time) items[item] = time.minutes;
  }
  const plan = { items, sections, roles };
  return Object.values(plan).some((part) => Object.keys(part).length > 0) ? plan : undefined;
}

/** The plan of a page: from its own data, else from its static HTML; `undefined` where its author planned nothing. */
export const planOf = ({ page }: Structure): Plan | undefined => page.plan ?? readPlan(document);

/** A structure with what its author planned, which a page that a browser has read from its HTML leaves out. */
export function withPlan(structure: Structure): Structure {
  const plan = planOf(structure);
  return plan ? { ...structure, page: { ...structure.page, plan } } : structure;
}
