import type { Rule } from './lint-page';

/** Warns of a page that nobody has reviewed for a year: the world around it has changed since. */
export const staleReview: Rule = {
  name: 'stale-review',
  check: ({ frontMatter: { reviewed }, lineOfKey, today }) => {
    const yearAgo = `${Number(today.slice(0, 4)) - 1}${today.slice(4)}`;
    if (reviewed === undefined || reviewed >= yearAgo) return [];
    const message = `Expected a review within a year, found ${reviewed}. Read the page against what is there now, then set \`reviewed: ${today}\`.`;
    return [{ line: lineOfKey('reviewed'), message }];
  },
};
