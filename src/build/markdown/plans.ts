import type { Element, Root } from 'hast';
import type { Plan } from '~/core/page/page';
import { describeMinutes, takeTime } from '~/core/plan/read-tail';
import type { ItemNode } from './items';
import { childrenOf, h, headingDepth, isElement, isText, walk } from './tree';

/** Takes the planned time from the end of a heading: its anchor is made of the rest. */
export function takeHeadingTime(heading: Element): void {
  const last = heading.children.at(-1);
  const time = isText(last) ? takeTime(last.value) : undefined;
  if (!isText(last) || time === undefined) return;
  last.value = time.before;
  heading.properties.dataMinutes = time.minutes;
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

/** What the author planned on a page; `undefined` where that is nothing. */
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
