import { findFalsePin } from '~/core/page/pin';
import type { Page } from '~/core/page/page';
import type { ContentFile } from './content-file';
import type { shapeItems } from './items';
import type { Links } from './links';
import { findLookAlikes } from './look-alikes';
import { findOversize } from './oversize';
import type { Problem, Severity } from './problem';
import type { Node } from './tree';

/** The findings while a page was shaped. */
interface Findings extends ReturnType<typeof shapeItems>, Pick<Links, 'broken' | 'changed'> {
  page: Page;
  /** The boxes of HTML that are no item's. */
  boxes: readonly { position: Node['position'] }[];
}

const looseBox =
  'Expected an item, found a box of HTML, whose ticks would not be kept: it is shown and cannot be ticked. Write `- [ ] text`.';

const wordless =
  'Expected words in an item, found none: nothing can be read aloud or searched for. Write what is to be done, or give its image a text.';

const falsePin = (found: string): string =>
  `Expected an id of letters, digits and dashes after \`^\`, found \`^${found}\`: it stays text, and the item's id is made of its words.`;

const clash = (id: string): string =>
  `Expected an id of letters, digits and dashes that nothing else on the page has, found \`^${id}\`. Change it, or take it out: then the build goes on.`;

/** The problems of a page's text, for its author: ids, links, boxes, items without words, lines that only look like items. */
export function judgePage(file: ContentFile, { page, items, clashes, broken, changed, boxes }: Findings): Problem[] {
  const lineAt = (position: Node['position']): number => file.linesBefore + (position?.start.line ?? 1);
  const problem = (severity: Severity, line: number, message: string): Problem => ({
    severity,
    file: file.shown,
    line,
    message,
  });
  const lookAlikes = findLookAlikes(file.source, file, new Set(items.map(({ node }) => lineAt(node.position))));
  return [
    ...clashes.map(({ index, id }) => problem('error', lineAt(items[index]?.node.position), clash(id))),
    ...items.flatMap(({ text, node }) => {
      const found = findFalsePin(text);
      return found === undefined ? [] : [problem('warning', lineAt(node.position), falsePin(found))];
    }),
    ...broken.map(({ position, message }) => problem('broken', lineAt(position), message)),
    ...changed.map(({ position, message }) => problem('warning', lineAt(position), message)),
    ...boxes.map(({ position }) => problem('warning', lineAt(position), looseBox)),
    ...findOversize(page).map((message) => problem('warning', 1, message)),
    ...items
      .filter(({ isWordless }) => isWordless)
      .map(({ node }) => problem('warning', lineAt(node.position), wordless)),
    ...lookAlikes.filter(({ isSilenced }) => !isSilenced).map(({ line, message }) => problem('warning', line, message)),
  ];
}
