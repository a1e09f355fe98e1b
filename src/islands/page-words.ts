import type { Words } from '~/words/en';

/** The words that a page with a checklist needs at once; the page holds them, in its language, as `data-words`. */
export interface PageWords {
  mark: Pick<Words['mark'], 'done' | 'skipped' | 'failed'>;
  stamp: Words['stamp'];
  bar: Pick<Words['bar'], 'done' | 'skipped' | 'failed' | 'started' | 'alarm'>;
  more: string;
  current: string;
  settled: string;
}

/** Those words, taken out of all. */
export const pageWords = ({ stamp, bar, mark, item, count }: Words): PageWords => ({
  stamp,
  mark: { done: mark.done, skipped: mark.skipped, failed: mark.failed },
  bar: { done: bar.done, skipped: bar.skipped, failed: bar.failed, started: bar.started, alarm: bar.alarm },
  more: item.more,
  current: item.current,
  settled: count.done,
});
