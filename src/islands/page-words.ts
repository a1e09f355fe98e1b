import type { Words } from '~/words/en';

/** The words that a page with a checklist needs at once; the page holds them, in its language, as `data-words`. */
export type PageWords = Pick<Words, 'stamp' | 'bar'> & {
  mark: Pick<Words['mark'], 'done' | 'skipped' | 'failed'>;
  more: string;
  current: string;
  settled: string;
};

/** Those words, taken out of all. */
export const pageWords = ({ stamp, bar, mark: { done, skipped, failed }, item, count }: Words): PageWords => ({
  stamp,
  bar,
  mark: { done, skipped, failed },
  more: item.more,
  current: item.current,
  settled: count.done,
});
