import type { RunRecord } from '~/core/run/record';
import { isRunFragment } from '~/client/text/run-fragment';
import { paintRow, type Signs } from '~/client/sheet/paint-row';
import { readSigns } from '~/client/sheet/page-words';
import { hasLooked } from '~/stores/looked';
import { findBox, readBox } from '~/client/values/page-values';
import { paintValues } from '~/client/values/paint-values';
import type { SaidValues } from '~/client/values/said-values';
import { runKey, shownKey, waitingKey } from '~/stores/storage-keys';
import { makeLateRoom } from './keep-late-parts';
import { whileParsing } from './while-parsing';

/*
 * Sent for by the head of a page that keeps a run (before-paint.ts), and sets saved ticks and values as the page arrives, before any
 * frame shows them without, straight from storage. It takes the record as it is kept, and shows its texts as text, in code only what
 * fits: whatever it cannot read it leaves to the sheet, which reads everything anew and reports what is wrong.
 */

type KeptEntry = RunRecord['entries'][number];

const { dataset } = document.documentElement;

/** The run that the page shows; none where the record is under another run's name, or a shared run waits for a choice in its place. */
function readKept(page: string): RunRecord | undefined {
  const id = localStorage.getItem(shownKey(page)) ?? '';
  const record: RunRecord = JSON.parse(localStorage.getItem(runKey(page, id)) ?? '{}');
  const isShared = isRunFragment(location.hash) || sessionStorage.getItem(waitingKey()) !== null;
  return !isShared && record.page === page && record.id === id && record.entries.length > 0 ? record : undefined;
}

/** The entries by their keys, in the order in which they are kept. */
const readState = ({ entries }: RunRecord): ReadonlyMap<string, KeptEntry> =>
  new Map(entries.map((entry) => [entry[0], entry]));

/**
 * Makes the function that paints the rows as they come. The last one may have come in part, and what the parser adds to it would stand
 * after what is added here: until it is whole, it gets its mark alone.
 */
function makeRowPainter(kept: RunRecord, state: ReadonlyMap<string, KeptEntry>): (isWhole: boolean) => void {
  let whole = 0;
  const paint = (row: HTMLElement, signs: Signs, isInPart: boolean) => {
    const [, mark = row.dataset.initial ?? 'todo', at = 0, , by = ''] = state.get(`mark/${row.id}`) ?? [];
    const note = state.get(`note/${row.id}`)?.[1] ?? '';
    if (!at && !note) return;
    const added = isInPart ? { at: 0, note: '' } : { at, note };
    paintRow(row, { mark, start: kept.start, by, ...added }, signs);
  };
  return (isWhole) => {
    const root = document.querySelector<HTMLElement>('[data-page]');
    if (root === null) return;
    const signs = readSigns(root.dataset.words ?? '');
    // A list as it stands: one that followed what is painted would be counted anew at each row.
    const rows = [...root.querySelectorAll<HTMLElement>('[data-item]:not([data-group])')];
    const last = rows.length - 1;
    rows.slice(whole).forEach((row, i) => paint(row, signs, whole + i === last && !isWhole));
    whole = Math.max(0, last);
  };
}

/** The values of the run; `undefined` before the box that declares them is there. */
function readSaid(kept: RunRecord, state: ReadonlyMap<string, KeptEntry>): SaidValues | undefined {
  const box = findBox();
  return box === null
    ? undefined
    : {
        values: readBox(box),
        saidOf: (name) => state.get(`field/value.${name}`)?.[1] ?? '',
        isLooked: hasLooked(kept),
      };
}

function paintKept(): void {
  const kept = readKept(dataset.runs ?? '');
  if (kept === undefined) return;
  const state = readState(kept);
  const hasValues = [...state.keys()].some((key) => key.startsWith('field/value.'));
  dataset.run = '';
  const paintRows = makeRowPainter(kept, state);
  const keepLateRoom = makeLateRoom(kept.id);
  whileParsing((isWhole) => {
    // Anew each time: its box may have come in part.
    const said = hasValues ? readSaid(kept, state) : undefined;
    if (said) paintValues(document, said);
    paintRows(isWhole);
    keepLateRoom();
  });
}

try {
  paintKept();
} catch {
  // The sheet reports the fault, and keeps the texts that cannot be read.
}
