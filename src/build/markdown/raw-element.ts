import type { Element } from 'hast';
import { htmlToHast } from 'satteri';
import { type Child, childrenOf, h, isElement } from './tree';

/** The nodes of a piece of HTML. */
export const readHtml = (html: string): Child[] => {
  const tree = htmlToHast(html, { fragment: true });
  return childrenOf(tree);
};

/**
 * Attributes, by the parser's names, that would run or ask something, be a style, which the site's policy forbids, or make the element
 * a part of the interface.
 */
const isForbidden = (name: string): boolean =>
  /^(?:on|data[A-Z-]|popover|aria-?live|style$|formaction$|is$|ping$|nonce$|autofocus$|contenteditable$|srcdoc$)/i.test(
    name,
  );

/** An element as one tag of raw HTML opens it. Inside of a `<div>`, because the parser knows some elements in a table alone. */
export function elementOf(name: string, attributes: string): Element {
  const [read] = readHtml(`<div ${attributes.replace(/\/$/, '')}></div>`);
  const properties = isElement(read) ? read.properties : {};
  for (const property of Object.keys(properties)) if (isForbidden(property)) delete properties[property];
  const { id } = properties;
  // The interface's own names begin so.
  if (typeof id === 'string' && id.startsWith('ui:')) delete properties.id;
  // A heading's anchor is made of its words, as on GitHub; the author's own is one more.
  if (!/^h[1-6]$/.test(name) || typeof id !== 'string') return h(name, properties);
  delete properties.id;
  return h(name, properties, [h('a', { id })]);
}
