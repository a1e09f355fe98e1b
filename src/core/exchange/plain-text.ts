/** The longest text of an item; a hostile file's text is not read beyond it. */
const longest = 4_000;

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: ' ', middot: '·', ndash: '–' };

/** "[How](…)" at the end of an item, which leads to a guide and is no part of the item's text. */
const how = /\[how\]\([^()]*\)[\s)\].]*$/i;

export const cutLong = (markdown: string): string => markdown.slice(0, longest);

export const dropHow = (markdown: string): string => markdown.replace(how, '');

/**
 * The words of one paragraph of Markdown, near enough to name an item by: links and images by their text, no tags, no
 * marks of emphasis. Punctuation does not matter, since slugs leave it out. No pattern here looks at a character often: the
 * text may be hostile.
 */
export const readPlainText = (markdown: string): string =>
  dropHow(cutLong(markdown))
    .replace(/(?<!\\)!?\[((?:[^[\]\\]|\\.)*)\](?:\([^()]*\)|\[[^[\]]*\])/g, '$1')
    .replace(/<!--[^<>]*-->|<\/?[a-z][^<>]*>/gi, (tag) => (/^<br\b/i.test(tag) ? ' ' : ''))
    .replace(/&(\w+);/g, (whole, name: string) => entities[name] ?? whole)
    .replace(/(?<!\\)(?:\*\*|__|~~|[`*])/g, '')
    .replace(/\\([!-/:-@[-`{-~])/g, '$1')
    // Exports put this unseen sign where something would refer to something else.
    .replaceAll('\u2060', '')
    .replace(/\s+/g, ' ')
    .trim();
