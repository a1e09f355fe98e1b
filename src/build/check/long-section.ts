import { groupBy } from '~/core/group-by';
import type { Rule } from './lint-page';

/** More than fits on two screens of a laptop: further down, nobody sees the heading any more. */
const most = 20;

/** A long list without a sub-heading is a list in which one loses the place. */
export const longSection: Rule = {
  name: 'long-section',
  check: ({ items, headings, isRunbook }) =>
    [...groupBy(isRunbook ? items : [], ({ section }) => section)].flatMap(([section, within]) => {
      const steps = within.filter(({ parent }) => parent === undefined);
      if (steps.length <= most) return [];
      const heading = headings.find(({ anchor }) => anchor === section);
      const message = `Expected at most ${most} items below one heading, found ${steps.length}. Divide them by sub-headings.`;
      return [{ line: heading?.line ?? steps[0]?.line ?? 1, message }];
    }),
};
