import { identifyItems, nameTexts } from '~/core/page/ids';
import { signMark, slugOf } from '~/core/page/slug';
import type { FrontMatter } from './front-matter';
import type { Heading } from './headings';
import { childrenOf, h } from './tree';

/** The ids that headings would have if they were items, and whether their words alone name them. */
function nameHeadings(headings: readonly Heading[]): { id: string; isPlain: boolean }[] {
  let above: Heading[] = [];
  const drafts = headings.map((heading) => {
    above = above.filter(({ depth }) => depth < heading.depth);
    const around = above.map(({ title }) => title);
    above = [heading, ...above];
    return { text: heading.title, pinned: undefined, headings: around };
  });
  const names = nameTexts(headings.map(({ title }) => title));
  const { ids } = identifyItems(drafts, new Set());
  return headings.map(({ title }, i) => ({ id: ids[i] ?? '', isPlain: names[i] === slugOf(title) }));
}

/**
 * Gives each heading that a hold comes after an anchor that says all that the heading says, where GitHub's does not: "C++" and "C#" are
 * `c` and `c-1` there, by their order, so that a Go for one would count for the other once they change places [IT3]. Links to GitHub's
 * anchor go on working. Changes the tree; returns the front matter with the new anchors. They end in a sign that no item's id ends in.
 */
export function nameHeldHeadings(
  { holds = [], contingencies = [] }: FrontMatter,
  headings: readonly Heading[],
): Required<Pick<FrontMatter, 'holds' | 'contingencies'>> {
  const held = new Set(holds.map(({ after }) => after));
  const renamed = new Map<string, string>();
  if (headings.some(({ anchor }) => held.has(anchor))) {
    const names = nameHeadings(headings);
    headings.forEach((heading, i) => {
      const name = names[i];
      if (name === undefined || name.isPlain || !held.has(heading.anchor)) return;
      const anchor = `${name.id}${signMark}`;
      renamed.set(heading.anchor, anchor);
      childrenOf(heading.node).unshift(h('a', { id: heading.anchor }));
      heading.node.properties.id = anchor;
      heading.anchor = anchor;
    });
  }
  const newOf = (anchor: string) => renamed.get(anchor) ?? anchor;
  return {
    holds: holds.map((hold) => ({ ...hold, after: newOf(hold.after) })),
    contingencies: contingencies.map((one) => ({
      ...one,
      section: newOf(one.section),
      triggers: one.triggers.map(newOf),
    })),
  };
}
