import type { Words } from '~/words/en';

/** The words that the surroundings of the rows need: the run bar, the buttons of rows, the counts. */
export interface BarWords {
  mark: Pick<Words['mark'], 'skipped'>;
  bar: Pick<Words['bar'], 'done' | 'skipped' | 'failed' | 'keeping'>;
  hold: Words['hold'];
  status: Words['status'];
  more: string;
  now: string;
  sign: string;
  settled: string;
}

/** The words of a status, in the order in which the page holds them. */
const statusWords = [
  'todo',
  'running',
  'waiting',
  'noGo',
  'rollback',
  'step',
  'through',
  'rolledBack',
  'rolledBackFailed',
  'complete',
  'completeFailed',
  'ended',
] as const satisfies (keyof Words['status'])[];

/** Writes these words as the run bar holds them, in the page's language, in `data-words`. */
export const writeBarWords = ({ mark, bar, hold, status, item, field, count }: Words): string =>
  [
    ...[mark.skipped, bar.done, bar.skipped, bar.failed, bar.keeping],
    ...[hold.title, hold.go, hold['no-go']],
    ...statusWords.map((name) => status[name]),
    ...[item.more, field.now, field.sign, count.done],
  ].join('|');

/** Reads what `writeBarWords` wrote. */
export function readBarWords(text: string): BarWords {
  const words = text.split('|');
  const next = () => words.shift() ?? '';
  return {
    mark: { skipped: next() },
    bar: { done: next(), skipped: next(), failed: next(), keeping: next() },
    hold: { title: next(), go: next(), 'no-go': next() },
    status: Object.fromEntries(statusWords.map((name) => [name, next()])) as BarWords['status'],
    more: next(),
    now: next(),
    sign: next(),
    settled: next(),
  };
}
