import type { Contingency } from '~/core/page/page';
import type { Words } from '~/words/en';
import type { Heading } from './headings';
import { sectionRange } from './sections';
import { h } from './tree';

/** Wraps each contingency's heading and content, so that pages and runs can set it apart. Anchors are known to exist. */
export function wrapContingencies(
  contingencies: readonly Contingency[],
  headings: readonly Heading[],
  words: Words,
): void {
  for (const { section, triggers } of contingencies) {
    const heading = headings.find(({ anchor }) => anchor === section);
    if (!heading) continue;
    const { siblings, start, end } = sectionRange(heading);
    const wrapper = h('section', {
      className: ['contingency'],
      dataContingency: section,
      dataTriggers: triggers.join(' '),
      ariaLabelledBy: [section],
    });
    const content = siblings.splice(start, end - start, wrapper);
    const tag = h('p', { className: ['tag'] }, [words.contingency.tag]);
    wrapper.children = [heading.node, tag, ...content.slice(1)] as typeof wrapper.children;
    heading.parent = wrapper;
    for (const inner of headings) if (content.includes(inner.node)) inner.parent = wrapper;
  }
}
