import type { Progress } from '~/core/run/progress';
import type { Words } from './en';
import { say } from './say';

/** "60 of 94 done". */
export const doneText = (
  { done, total }: Pick<Progress, 'done' | 'total'>,
  words: Pick<Words['bar'], 'done'>,
): string => say(words.done, { done, total });

/** "60 of 94 done", "2 not applicable", "1 failed"; the last two only where there are any, the first where not all is not applicable. */
export const progressParts = (
  progress: Pick<Progress, 'done' | 'total' | 'skipped' | 'failed'>,
  words: Pick<Words['bar'], 'done' | 'skipped' | 'failed'>,
): string[] => [
  ...(progress.total > 0 || progress.skipped === 0 ? [doneText(progress, words)] : []),
  ...(progress.skipped > 0 ? [say(words.skipped, { n: progress.skipped })] : []),
  ...(progress.failed > 0 ? [say(words.failed, { n: progress.failed })] : []),
];
