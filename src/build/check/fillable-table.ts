import { asksToFill } from '~/build/markdown/field-kinds';
import { childrenOf, isElement, type Node, textOf } from '~/build/markdown/tree';
import { elementsOf, type Finding, type Rule } from './lint-page';

/** Stand-ins that people write where something is to be filled in, but of which no field is made. */
const standIn = /^(?:\.{2,}|…|tb[dca]|\?+|x{2,}|<[^>]+>|\{[^}]+\}|\((?:name|date|time|who|when|owner|contact)\)|_)$/i;

const isBlank = (cell: Node) => textOf(cell) === '' && elementsOf(cell, 'input').length === 0;
const isField = (cell: Node) =>
  elementsOf(cell, 'input', 'span').some(({ properties }) => properties.dataField !== undefined);
const isCode = (cell: Node) => elementsOf(cell, 'code').length > 0;

/** Finds tables that ask to be filled in, but cannot be. Tables of facts have blanks and dots too, and are left alone. */
export const fillableTable: Rule = {
  name: 'fillable-table',
  check: ({ root, isRunbook, lineOf }) =>
    (isRunbook ? elementsOf(root, 'table') : []).flatMap((table): Finding[] => {
      const heads = elementsOf(table, 'th').map((head) => textOf(head));
      const rows = elementsOf(table, 'tr').map((row) => childrenOf(row).filter((cell) => isElement(cell, 'td')));
      const columns = heads.map((head, column) => ({
        head,
        cells: rows.flatMap((cells) => cells[column] ?? []),
      }));
      const standIns = columns
        .filter(({ head, cells }) => asksToFill(head) || cells.some(isField))
        .flatMap(({ cells }) => cells.filter((cell) => standIn.test(textOf(cell)) && !isCode(cell)))
        .map((cell) => ({
          line: lineOf(cell),
          message: `Expected a blank that can be filled in, found \`${textOf(cell)}\`, which is text. Write \`[Name]\`, or leave the column blank.`,
        }));
      const half = columns
        .filter(({ head, cells }) => {
          const fields = cells.filter(isField).length;
          const facts = cells.filter((cell) => !isField(cell) && !isBlank(cell)).length;
          // A lone bracket among many facts is one of them.
          return head !== '' && fields > 0 && fields >= facts && cells.some(isBlank);
        })
        .map(({ head, cells }) => ({
          line: lineOf(cells.find(isBlank) ?? table),
          message: `Expected the blanks below “${head}” to be fields as others there are, found that they are not. Write \`[…]\` into them, or \`–\` if there is nothing to fill in.`,
        }));
      return [...standIns, ...half];
    }),
};
