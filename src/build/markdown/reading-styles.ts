import type { Element, Root } from 'hast';
import { isElement, walk } from './tree';

/** Elements that have styles of their own in src/styles/reading.css. */
const tags = new Set(['blockquote', 'details', 'picture', 'summary', 'Note']);
const classes = new Set<unknown>(['alert', 'dead', 'nowhere', 'in-dark', 'in-light', 'tick']);

const needsStyles = ({ tagName, properties: { dir, className } }: Element): boolean =>
  tags.has(tagName) || dir !== undefined || (Array.isArray(className) && className.some((name) => classes.has(name)));

/**
 * Tells whether a page holds quotes, alerts, details, pictures of two themes, texts of a direction of their own or
 * links that lead nowhere: then it needs the styles for reading.
 */
export function needsReadingStyles(root: Root): boolean {
  let found = false;
  walk(root, (node) => {
    if (isElement(node)) found ||= needsStyles(node);
    else if ('name' in node && typeof node.name === 'string') found ||= tags.has(node.name);
  });
  return found;
}
