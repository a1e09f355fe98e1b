import { groupBy } from '~/core/group-by';
import type { Rule } from './lint-page';

/** Items that say the same have ids that depend on where they stand: a move then loses the tick. */
export const twinText: Rule = {
  name: 'twin-text',
  check: ({ items }) =>
    [
      ...groupBy(
        items.filter(({ text }) => text !== ''),
        ({ text }) => text.toLowerCase(),
      ).values(),
    ]
      .filter((twins) => twins.filter(({ isPinned }) => !isPinned).length > 1)
      .flatMap((twins) =>
        twins.slice(1).map(({ line, text }) => ({
          line,
          message: `Expected each item to say something of its own, found \`${text}\` on line ${twins[0]?.line} too: their ids change when one moves. Say how they differ, or pin an id with \`^name\`.`,
        })),
      ),
};
