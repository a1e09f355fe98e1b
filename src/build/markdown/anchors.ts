import type { Root } from 'hast';
import type { FrontMatter } from './front-matter';
import { nearestOf, quoteAll } from './nearest';
import type { Problem } from './problem';
import { isElement, walk } from './tree';

/** Anchors that authors set by HTML of their own: `<a id="x">`, `<a name="x">`; and those of footnotes. */
export function ownAnchors(root: Root): string[] {
  const anchors: string[] = [];
  walk(root, (node) => {
    if (isElement(node) && typeof node.properties.id === 'string') anchors.push(node.properties.id);
    if (node.type === 'raw') {
      for (const match of node.value.matchAll(/\s(?:id|name)\s*=\s*["']?([^"'\s>]+)/gi)) anchors.push(match[1] ?? '');
    }
    if ('attributes' in node) {
      for (const attribute of node.attributes) {
        const isId = 'name' in attribute && attribute.name === 'id';
        if (isId && typeof attribute.value === 'string') anchors.push(attribute.value);
      }
    }
  });
  return anchors;
}

/** Says which anchors there are: the nearest first where there are many. */
export const listAnchors = (wanted: string, anchors: readonly string[]): string => {
  if (anchors.length === 0) return 'The page has no headings and no items.';
  if (anchors.length <= 12) return `There are ${quoteAll(anchors)}.`;
  return `The nearest of ${anchors.length} are ${quoteAll(nearestOf(wanted, anchors, 5))}.`;
};

/** Checks that what the front matter points at is on the page. */
export function checkFrontMatterAnchors(
  { contingencies = [], holds = [] }: FrontMatter,
  { sections, items }: { sections: readonly string[]; items: readonly string[] },
  { file, lineOf }: { file: string; lineOf: (path: readonly PropertyKey[]) => number },
): Problem[] {
  const all = [...sections, ...items];
  const check = (wanted: string, known: readonly string[], what: string, path: PropertyKey[]): Problem[] => {
    if (known.includes(wanted)) return [];
    const message = `Expected the anchor of ${what} on this page, found \`${wanted}\`. ${listAnchors(wanted, known)}`;
    return [{ severity: 'error', file, line: lineOf(path), message }];
  };
  return [
    ...contingencies.flatMap(({ section, triggers }, i) => [
      ...check(section, sections, 'a heading', ['contingencies', i, 'section']),
      ...triggers.flatMap((trigger, k) =>
        check(trigger, all, 'a heading or an item', ['contingencies', i, 'triggers', k]),
      ),
    ]),
    ...holds.flatMap(({ after }, i) => check(after, all, 'a heading or an item', ['holds', i, 'after'])),
  ];
}
