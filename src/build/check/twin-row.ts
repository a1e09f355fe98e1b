import { childrenOf, isElement, textOf } from '~/build/markdown/tree';
import { groupBy } from '~/core/group-by';
import { elementsOf, type Finding, type Rule } from './lint-page';

/** Rows of a table to fill in that begin alike: their fields have the same name, and are told apart by their order alone. */
export const twinRow: Rule = {
  name: 'twin-row',
  check: ({ root, isRunbook, lineOf }) =>
    (isRunbook ? elementsOf(root, 'table') : []).flatMap((table): Finding[] => {
      const rows = elementsOf(table, 'tr').flatMap((row) => {
        const cells = childrenOf(row).filter((cell) => isElement(cell, 'td'));
        const asks = elementsOf(row, 'input').some(({ properties }) => properties.dataField !== undefined);
        const first = cells.find((cell) => elementsOf(cell, 'input').length === 0 && textOf(cell) !== '');
        const name = first ? textOf(first) : '';
        return asks && name !== '' ? [{ name, line: lineOf(row) }] : [];
      });
      return [...groupBy(rows, ({ name }) => name.toLowerCase()).values()].flatMap(([first, ...others]) =>
        others.map(({ name, line }) => ({
          line,
          message: `Expected each row to begin with words of its own, found \`${name}\` on line ${first?.line} too: what is filled in is told apart by the rows' order alone. Say how they differ.`,
        })),
      );
    }),
};
