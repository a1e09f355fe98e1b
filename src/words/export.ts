import type { ExportWording } from '~/core/exchange/wording';
import { describeMinutes } from '~/core/plan/read-tail';
import type { Progress } from '~/core/run/progress';
import { planSection } from '~/core/plan/plan';
import { en } from './en';
import { say } from './say';

const formatDuration = (minutes: number): string => describeMinutes(minutes).slice(1);

/** "60 of 94 done, 2 not applicable, 1 failed"; "2 not applicable" where all is. */
const formatProgress = ({ total, done, skipped, failed }: Progress): string =>
  [
    ...(total > 0 || skipped === 0 ? [say(en.bar.done, { done, total })] : []),
    ...(skipped > 0 ? [say(en.bar.skipped, { n: skipped })] : []),
    ...(failed > 0 ? [say(en.bar.failed, { n: failed })] : []),
  ].join(', ');

/** The words of exports, in English; `formatMinute` is the reader's clock and calendar. */
export const wordExport = (formatMinute: (at: number) => string): ExportWording => ({
  formatMinute,
  formatDuration,
  formatPlan: ({ structure, marks }) => {
    const { plan } = structure.page;
    const total = plan ? planSection(structure, plan, '', marks).total : 0;
    return total === 0
      ? []
      : [{ label: en.plan.title, parts: [say(en.plan.planned, { time: formatDuration(total) })] }];
  },
  formatStatus: ({ status }) => status.kind,
  formatProgress,
  marks: { ...en.mark, todo: 'Open' },
  answers: { go: en.hold.go, 'no-go': en.hold['no-go'], '': 'no answer yet' },
  verdicts: { go: en.hold.go, 'no-go': en.hold['no-go'], waiting: 'waiting' },
  run: 'Run',
  status: 'Status',
  started: 'started',
  ended: 'Ended',
  progress: 'Progress',
  planned: (time) => say(en.plan.planned, { time }),
  took: (time) => say(en.plan.took, { time }),
  outside: 'outside of it:',
  isOn: 'is on',
  wasOn: 'was on',
  off: 'off',
  mended: 'Mended',
  before: 'before:',
  zone: '',
  holdAfter: `${en.hold.title} after`,
  note: 'Note',
  gone: 'No longer in this checklist',
  log: 'Log',
  unnamed: 'something whose words are not known',
});
