import type { Root } from 'hast';
import { hasClass, isElement, walk } from './tree';

/** Elements that have styles of their own in src/styles/reading.css. */
const tags = new Set(['blockquote', 'details', 'picture', 'summary', 'Note']);
const classes = ['alert', 'dead', 'nowhere', 'in-dark', 'in-light', 'tick'];

/**
 * Tells whether a page holds quotes, alerts, details, pictures of two themes, texts of a direction of their own or
 * links that lead nowhere: then it needs the styles for reading.
 */
export function isDressed(root: Root): boolean {
  let found = false;
  walk(root, (node) => {
    if (isElement(node))
      found ||=
        tags.has(node.tagName) || node.properties.dir !== undefined || classes.some((name) => hasClass(node, name));
    else if ('name' in node && typeof node.name === 'string') found ||= tags.has(node.name);
  });
  return found;
}
