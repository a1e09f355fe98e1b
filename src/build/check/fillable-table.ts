import { childrenOf, isElement, textOf } from '~/build/markdown/tree';
import { elementsOf, type Finding, type Rule } from './lint-page';

/** What people write where something is to be filled in, and what no field is made of. */
const standIn = /^(?:\.{2,}|…|tb[dca]|\?+|x{2,}|<[^>]+>|\{[^}]+\}|\((?:name|date|time|who|when|owner|contact)\)|_)$/i;

const isBlank = (cell: Parameters<typeof textOf>[0]) => textOf(cell) === '' && elementsOf(cell, 'input').length === 0;

/** A table that asks to be filled in, and cannot be. */
export const fillableTable: Rule = {
  name: 'fillable-table',
  check: ({ root, isRunbook, lineOf }) =>
    (isRunbook ? elementsOf(root, 'table') : []).flatMap((table): Finding[] => {
      const rows = elementsOf(table, 'tr').filter((row) => elementsOf(row, 'td').length > 0);
      const cells = rows.flatMap((row) => elementsOf(row, 'td'));
      const found = cells.filter((cell) => standIn.test(textOf(cell)));
      const standIns = found.map((cell) => ({
        line: lineOf(cell),
        message: `Expected a blank that can be filled in, found \`${textOf(cell)}\`, which is text. Write \`[Name]\`, or leave the column blank.`,
      }));
      const heads = elementsOf(table, 'th');
      const half = heads.filter((_, column) => {
        const below = rows.map((row) => childrenOf(row).filter((cell) => isElement(cell, 'td'))[column]);
        const blank = below.filter((cell) => cell !== undefined && isBlank(cell)).length;
        return column > 0 && blank > 0 && blank * 2 >= rows.length;
      });
      const columns = half.map((head) => ({
        line: lineOf(head),
        message: `Expected the blanks below “${textOf(head)}” to be fields, found that they are not: some cells of the column are filled. Write \`[…]\` into the blank ones, or \`–\` if there is nothing to fill in.`,
      }));
      return [...standIns, ...columns];
    }),
};
