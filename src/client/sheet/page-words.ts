import type { Words } from '~/words/en';

/** The words that a page with a checklist needs at once. */
export interface PageWords {
  stamp: Words['stamp'];
  mark: Pick<Words['mark'], 'done' | 'skipped' | 'failed'>;
  bar: Pick<Words['bar'], 'done' | 'skipped' | 'failed'>;
  hold: Words['hold'];
  status: Words['status'];
  more: string;
  now: string;
  sign: string;
  current: string;
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

/** The words as the page holds them, in its language, in `data-words`. The signs of marks come first. */
export const writePageWords = ({ stamp, mark, bar, hold, status, item, field, count }: Words): string =>
  [
    ...[stamp.done, stamp.skipped, stamp.failed],
    ...[mark.done, mark.skipped, mark.failed],
    ...[bar.done, bar.skipped, bar.failed],
    ...[hold.title, hold.go, hold['no-go']],
    ...statusWords.map((name) => status[name]),
    ...[item.more, field.now, field.sign, item.current, count.done],
  ].join('|');

/** Reads only the signs of marks from these words, which the first frame needs. */
export function readSigns(text: string): PageWords['stamp'] {
  const [done = '', skipped = '', failed = ''] = text.split('|');
  return { done, skipped, failed };
}

/** Reads what `writePageWords` wrote. */
export function readPageWords(text: string): PageWords {
  const words = text.split('|');
  const next = () => words.shift() ?? '';
  return {
    stamp: { done: next(), skipped: next(), failed: next() },
    mark: { done: next(), skipped: next(), failed: next() },
    bar: { done: next(), skipped: next(), failed: next() },
    hold: { title: next(), go: next(), 'no-go': next() },
    status: Object.fromEntries(statusWords.map((name) => [name, next()])) as PageWords['status'],
    more: next(),
    now: next(),
    sign: next(),
    current: next(),
    settled: next(),
  };
}
