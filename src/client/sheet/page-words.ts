import type { Words } from '~/words/en';

/** The words that the rows of a page need at once. */
export interface RowWords {
  stamp: Words['stamp'];
  mark: Pick<Words['mark'], 'done' | 'skipped' | 'failed'>;
  current: string;
}

/** Writes these words as the page holds them, in its language, in `data-words`. The signs of marks come first. */
export const writeRowWords = ({ stamp, mark, item }: Words): string =>
  [stamp.done, stamp.skipped, stamp.failed, mark.done, mark.skipped, mark.failed, item.current].join('|');

/** Reads only the signs of marks from these words, which the first frame needs. */
export function readSigns(text: string): RowWords['stamp'] {
  const [done = '', skipped = '', failed = ''] = text.split('|');
  return { done, skipped, failed };
}

/** Reads what `writeRowWords` wrote. */
export function readRowWords(text: string): RowWords {
  const [, , , done = '', skipped = '', failed = '', current = ''] = text.split('|');
  return { stamp: readSigns(text), mark: { done, skipped, failed }, current };
}
