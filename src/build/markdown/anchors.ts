import type { Root } from 'hast';
import type { FrontMatter } from './front-matter';
import { nearestOf, quoteAll } from './nearest';
import type { Problem } from './problem';
import { hasClass, headingDepth, isElement, walk } from './tree';

/** Anchors that authors set by HTML of their own: `<a id="x">`, `<a name="x">`; and those of headings, items and footnotes. */
export function ownAnchors(root: Root): string[] {
  const anchors: string[] = [];
  walk(root, (node) => {
    if (isElement(node)) {
      const { id, name } = node.properties;
      if (typeof id === 'string') anchors.push(id);
      else if (node.tagName === 'a' && typeof name === 'string') anchors.push(name);
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

/**
 * Removes anchors that would be on the page twice, as where `<a id="install"></a>` stands before `## Install`: the heading or the
 * item keeps it, else the first. Ids of the interface begin with `ui:` and are nobody else's.
 */
export function dropDoubleAnchors(root: Root, taken: readonly string[]): void {
  const seen = new Set(taken);
  walk(root, (node) => {
    if (!isElement(node)) return;
    const isNamed = headingDepth(node) !== undefined || hasClass(node, 'item');
    for (const property of ['id', 'name']) {
      const anchor = node.properties[property];
      if (typeof anchor !== 'string' || (property === 'id' && isNamed) || (property === 'name' && node.tagName !== 'a'))
        continue;
      if (seen.has(anchor) || anchor.startsWith('ui:') || /\s|^$/.test(anchor)) delete node.properties[property];
      else seen.add(anchor);
    }
  });
}

/** Lists the anchors that exist, of those that could be meant: the nearest first where there are many. */
export const listAnchors = (wanted: string, anchors: readonly string[]): string => {
  if (anchors.length === 0) return 'There is none.';
  if (anchors.length <= 12) return `There are ${quoteAll(anchors)}.`;
  return `The nearest of ${anchors.length} are ${quoteAll(nearestOf(wanted, anchors, 5))}.`;
};

/** Checks that the anchors named in the front matter are on the page. */
export function checkFrontMatterAnchors(
  { contingencies = [], holds = [] }: FrontMatter,
  { sections, items }: { sections: readonly string[]; items: readonly string[] },
  { file, lineOf }: { file: string; lineOf: (path: readonly PropertyKey[]) => number },
): Problem[] {
  const all = [...sections, ...items];
  const check = (wanted: string, known: readonly string[], what: string, path: PropertyKey[]): Problem[] => {
    if (known.includes(wanted)) return [];
    const repair = known.length === 0 ? 'Take the entry out' : 'Write one of them, or take the entry out';
    const message = `Expected the anchor of ${what} on this page, found \`${wanted}\`. ${listAnchors(wanted, known)} ${repair}: then the build goes on.`;
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
