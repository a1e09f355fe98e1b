import { canRun } from '~/core/page/page';
import { childrenOf, isElement, type Node } from '~/build/markdown/tree';
import type { Rule } from './lint-page';

/** The fewest numbered lines that are steps: a shorter list is a remark. */
const fewest = 2;

/** The numbered steps of a page's lists, those within other steps left out, and where the first of these lists stands. */
function findSteps(node: Node): { first: Node | undefined; steps: number } {
  const lists = childrenOf(node).flatMap((child): { first: Node | undefined; steps: number }[] => {
    if (!isElement(child, 'ol')) return [findSteps(child)];
    return [{ first: child, steps: childrenOf(child).filter((one) => isElement(one, 'li')).length }];
  });
  return {
    first: lists.find(({ first }) => first !== undefined)?.first,
    steps: lists.reduce((sum, { steps }) => sum + steps, 0),
  };
}

/** A runbook with numbered steps and no box reads well, and nobody can tick any of it. */
export const plainSteps: Rule = {
  name: 'plain-steps',
  check: ({ page, root, isRunbook, lineOf }) => {
    if (!isRunbook || canRun(page)) return [];
    const { first, steps } = findSteps(root);
    if (first === undefined || steps < fewest) return [];
    const message = `Expected steps that can be ticked, found ${steps} numbered ones without a box. Write \`1. [ ] …\`; the check does so with \`--boxes\`.`;
    return [{ line: lineOf(first), message }];
  },
};
