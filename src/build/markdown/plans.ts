import type { Element, Root } from 'hast';
import type { Contingency, Page, Plan } from '~/core/page/page';
import { readStructure } from '~/core/page/structure';
import { namedRoles, seenBy } from '~/core/plan/roles';
import { describeMinutes, takeTime } from '~/core/plan/read-tail';
import { findWindowFields } from '~/core/plan/window';
import type { FrontMatter } from './front-matter';
import type { ItemNode } from './items';
import type { Problem } from './problem';
import { childrenOf, h, headingDepth, isElement, isText, walk } from './tree';

/** Takes the planned time from the end of a heading: its anchor is made of the rest. */
export function takeHeadingTime(heading: Element): void {
  const last = heading.children.at(-1);
  const time = isText(last) ? takeTime(last.value) : undefined;
  if (!isText(last) || time === undefined) return;
  last.value = time.before;
  heading.properties.dataMinutes = time.minutes;
}

/** Gives the headings of contingencies the time that these take, by the front matter [PL4]. */
export function planContingencies(
  contingencies: readonly (Contingency & { takes?: number | undefined })[],
  headings: readonly { anchor: string; node: Element }[],
): void {
  for (const { section, takes } of contingencies) {
    const heading = headings.find(({ anchor }) => anchor === section);
    if (heading && takes !== undefined) heading.node.properties.dataMinutes = takes;
  }
}

/** Reports a contingency whose time is given for nothing: no field of the page holds the end of a window. */
export function checkWindow(
  { contingencies = [] }: FrontMatter,
  page: Page,
  { file, lineOf }: { file: string; lineOf: (path: readonly PropertyKey[]) => number },
): Problem[] {
  if (findWindowFields(page).length > 0) return [];
  return contingencies.flatMap(({ takes }, i): Problem[] => {
    if (takes === undefined) return [];
    const message =
      'takes: expected a field for the end of the window, found none, so the latest time to roll back stays unknown. Add a row such as `| Window ends | [Time] |`, or a value with such a label.';
    return [{ severity: 'warning', file, line: lineOf(['contingencies', i, 'takes']), message }];
  });
}

/** Marks each item with the numbers of the roles that see it when they see theirs alone [PE3]: the page's own styles hide the others. */
export function markRoles(page: Page, plan: Plan, nodes: readonly { id: string; node: Element }[]): void {
  const structure = readStructure(page);
  const roles = namedRoles(plan);
  for (const { id, node } of roles.length === 0 ? [] : nodes) {
    const item = structure.items.get(id);
    const seen = item && seenBy(structure, plan, item);
    if (seen === undefined) continue;
    // Beside the class: after the id it would cost every row a byte or two more.
    const dataDoes = seen.map((role) => roles.indexOf(role)).join(' ');
    node.properties = { className: node.properties.className, dataDoes, ...node.properties };
  }
}

/** Shows the planned time of headings beneath them. */
export function showHeadingTimes(root: Root): void {
  const planned: { siblings: unknown[]; heading: Element }[] = [];
  walk(root, (node, parent) => {
    const isPlanned = headingDepth(node) !== undefined && isElement(node) && node.properties.dataMinutes !== undefined;
    if (isPlanned) planned.push({ siblings: childrenOf(parent), heading: node });
  });
  for (const { siblings, heading } of planned) {
    const shown = h('p', { className: ['plan'] }, [describeMinutes(Number(heading.properties.dataMinutes))]);
    siblings.splice(siblings.indexOf(heading) + 1, 0, shown);
  }
}

/** Reads the plan of a page; `undefined` where its author planned nothing. */
export function readPlan(
  headings: readonly { anchor: string; node: Element }[],
  items: readonly (ItemNode & { id: string })[],
): Plan | undefined {
  const plan = {
    items: Object.fromEntries(items.flatMap(({ id, minutes }) => (minutes === undefined ? [] : [[id, minutes]]))),
    sections: Object.fromEntries(
      headings.flatMap(({ anchor, node }) =>
        node.properties.dataMinutes === undefined ? [] : [[anchor, Number(node.properties.dataMinutes)]],
      ),
    ),
    roles: Object.fromEntries(items.flatMap(({ id, roles }) => (roles.length === 0 ? [] : [[id, roles]]))),
  };
  return Object.values(plan).some((part) => Object.keys(part).length > 0) ? plan : undefined;
}
