import type { Structure } from './structure';

/** Returns the title of the section, or the text of the item, that an anchor names; empty if the page has neither. */
export const titleOf = ({ page, items }: Structure, anchor: string): string =>
  page.sections.find((section) => section.anchor === anchor)?.title ?? items.get(anchor)?.text ?? '';
