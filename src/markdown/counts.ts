import type { Page } from '~/core/checklist/page';
import { readStructure } from '~/core/checklist/structure';
import { showMarks } from '~/core/run/marks';
import { countSections, describeCount } from '~/core/run/progress';
import type { Heading } from './headings';

/** Writes each section's count beside its heading as it is before the first tick, so that nothing moves when a run comes. */
export function writeCounts(page: Page, headings: readonly Heading[], doneWord: string): void {
  const structure = readStructure(page);
  const sections = countSections(structure, showMarks(structure, new Map()));
  for (const { node, anchor } of headings) {
    const progress = sections.get(anchor);
    const count = progress ? describeCount(progress, doneWord) : '';
    if (count !== '') node.properties.dataCount = count;
  }
}
