import type { Words } from '~/words/en';

/** The words that a page with a checklist needs at once; the page holds them, in its language, as `data-words`. */
export interface PageWords {
  mark: Pick<Words['mark'], 'done' | 'skipped' | 'failed'>;
  stamp: Words['stamp'];
  bar: Pick<Words['bar'], 'done' | 'skipped' | 'failed' | 'started'>;
  hold: Pick<Words['hold'], 'go' | 'no-go'>;
  more: string;
  now: string;
  sign: string;
  current: string;
  settled: string;
}

/** Those words, taken out of all. */
export const pageWords = ({ stamp, bar, mark, item, count, field, hold }: Words): PageWords => ({
  stamp,
  mark: { done: mark.done, skipped: mark.skipped, failed: mark.failed },
  bar: {
    done: bar.done,
    skipped: bar.skipped,
    failed: bar.failed,
    started: bar.started,
  },
  hold: { go: hold.go, 'no-go': hold['no-go'] },
  more: item.more,
  now: field.now,
  sign: field.sign,
  current: item.current,
  settled: count.done,
});
