import { nameToEmoji } from 'gemoji';
import type { Root } from 'hast';
import { childrenOf, isElement, isText, isVerbatim, type Node } from './tree';

/** A code is a word of its own: neither a part of a time nor of a name with colons in it. */
const code = /(?<![\p{L}\p{N}/_]):([a-z0-9_+-]+):(?![\p{L}\p{N}_/])/gu;

/** A text with the emoji that its codes name (`:rocket:`), as GitHub shows it; unknown codes stay. */
export const showEmoji = (text: string): string =>
  text.includes(':')
    ? text.replace(code, (whole, name: string) =>
        Object.hasOwn(nameToEmoji, name) ? (nameToEmoji[name] ?? whole) : whole,
      )
    : text;

/** The attributes that are shown, or read aloud, as text. */
const spoken = ['alt', 'title', 'ariaLabel', 'placeholder'];

/** Shows the emoji of the page's texts; code stays as it is typed. Ids and anchors were made of the codes before. */
export function replaceEmojiCodes(root: Root): void {
  const visit = (node: Node): void => {
    if (isText(node)) node.value = showEmoji(node.value);
    if (isElement(node)) {
      if (isVerbatim(node)) return;
      for (const name of spoken) {
        const value = node.properties[name];
        if (typeof value === 'string') node.properties[name] = showEmoji(value);
      }
    }
    childrenOf(node).forEach(visit);
  };
  visit(root);
}
