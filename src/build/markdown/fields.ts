import type { Element } from 'hast';
import { identifyFields } from '~/core/page/ids';
import type { FieldKind } from '~/core/page/page';
import { isBoxAlone, takeCellBoxes } from './cell-boxes';
import { type Blank, readBlank } from './cells';
import { buildField } from './field-html';
import { asksToFill, kindOfColumn, saysNoMore } from './field-kinds';
import { childrenOf, isElement, textOf } from './tree';

interface FieldDraft {
  cell: Element;
  blank: Blank;
  kind: FieldKind;
  heading: string;
  row: string;
  column: string;
}

const rowsOf = (table: Element, part: 'thead' | 'tbody'): Element[][] =>
  childrenOf(table)
    .filter((child) => isElement(child, part))
    .flatMap(childrenOf)
    .filter((child) => isElement(child, 'tr'))
    .map((row) => childrenOf(row).filter((cell) => isElement(cell, 'td', 'th')));

/** Whether the first cells of a table's rows do no more than count them: 1, 2, 3 … */
const countsRows = (rows: readonly Element[][]): boolean =>
  rows.every(([first], i) => first && textOf(first).replace(/[.)]$/, '') === String(i + 1));

/**
 * A row is named by its first cell; where that is a blank with words in it, by these. Where it is any other blank, or counts the rows, the
 * first cell that says something names it, because a row that is put between others must not take over what was filled in; else its number.
 */
function nameRow(cells: readonly Element[], index: number, isCounted: boolean): string {
  const [first] = cells;
  const blank = first && readBlank(first);
  if (blank?.form === 'placeholder') return blank.label;
  const says = (cell: Element) => readBlank(cell) === undefined && !isBoxAlone(cell) && textOf(cell) !== '';
  const named = first && !blank && !isCounted ? first : (cells.slice(1).find(says) ?? (blank ? undefined : first));
  return named ? textOf(named).replace(/^\[.\]\s+/, '') : String(index + 1);
}

const kindOfBlank = (blank: Blank, ofColumn: FieldKind, column: string): FieldKind => {
  if (blank.form === 'tick' || blank.form === 'choice') return blank.form;
  // A clock or a calendar has no room for words: "[4 hours]" under "Response time" has to stay readable.
  const isLost = blank.form === 'placeholder' && (ofColumn === 'date' || ofColumn === 'time');
  return isLost && !saysNoMore(blank.label, column) ? 'text' : ofColumn;
};

function draftFields(table: Element, heading: string): FieldDraft[] {
  const heads = rowsOf(table, 'thead')[0]?.map((cell) => textOf(cell)) ?? [];
  const kinds = heads.map(kindOfColumn);
  const rows = rowsOf(table, 'tbody');
  const asks = heads.map((head, column) => {
    const allBlank = rows.every((cells) => {
      const cell = cells[column];
      return cell === undefined || textOf(cell) === '';
    });
    return head !== '' && (allBlank || asksToFill(head));
  });
  const isCounted = countsRows(rows);
  return rows.flatMap((cells, index) => {
    const boxes = cells.map(takeCellBoxes);
    const named = cells.find((cell, at) => boxes[at]?.length === 0 && !isBoxAlone(cell) && textOf(cell) !== '');
    return cells.flatMap((cell, at): FieldDraft[] => {
      const ticks = boxes[at] ?? [];
      if (ticks.length > 0) {
        const row = named ? textOf(named) : String(index + 1);
        return ticks.map(({ holder, text }) => ({
          ...{ cell: holder, blank: { form: 'tick' as const }, kind: 'tick' as const, heading, row },
          column: [heads[at] ?? '', text].filter((part) => part !== '').join(': '),
        }));
      }
      if (isBoxAlone(cell)) return [];
      const blank = readBlank(cell);
      if (!blank || (blank.form === 'blank' && !asks[at])) return [];
      const column = heads[at] ?? '';
      return [
        {
          cell,
          blank,
          kind: kindOfBlank(blank, kinds[at] ?? 'text', column),
          heading,
          row: nameRow(cells, index, isCounted),
          column,
        },
      ];
    });
  });
}

/** Turns the blanks of the page's tables into fields; `heading` is the nearest heading's text. */
export function shapeFields(tables: readonly { table: Element; heading: string }[]): void {
  const drafts = tables.flatMap(({ table, heading }) => draftFields(table, heading));
  const ids = identifyFields(drafts);
  drafts.forEach(({ cell, blank, kind, row, column }, i) => {
    const label = [row, column].filter((part) => part !== '').join(', ');
    cell.children = [buildField({ id: ids[i] ?? '', label, kind, blank })];
  });
}
