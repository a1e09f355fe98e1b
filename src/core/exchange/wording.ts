import type { Mark } from '~/core/page/page';
import type { Answer } from '~/core/run/entry';
import type { Verdict } from '~/core/run/holds';
import type { Progress } from '~/core/run/progress';
import type { View } from '~/core/run/view';

/** The words of an export and the reader's clock. Reading an export back depends on none of them [EX4]. */
export interface ExportWording {
  /** A minute since 1970 as the reader's clock and calendar show it. */
  formatMinute: (at: number) => string;
  /** "Waiting for Go: Deployment Lead" */
  formatStatus: (view: View) => string;
  /** "60 of 94 done, 2 not applicable, 1 failed" */
  formatProgress: (progress: Progress) => string;
  /** A number of minutes: "1 h 12 min". */
  formatDuration: (minutes: number) => string;
  /** The plan beside what happens, line by line, in parts: "Plan", "2 h planned", "1 h 10 min so far". */
  formatPlan: (view: View) => readonly { label: string; parts: readonly string[] }[];
  /** "2 h planned", of `{time}`; "took 1 h 10 min" likewise. */
  planned: (time: string) => string;
  took: (time: string) => string;
  marks: Readonly<Record<Mark, string>>;
  /** The empty answer is one that is still to come. */
  answers: Readonly<Record<Answer, string>>;
  verdicts: Readonly<Record<Verdict, string>>;
  run: string;
  status: string;
  started: string;
  ended: string;
  progress: string;
  /** Comes before the run's own progress while a contingency is on: "outside of it:". */
  outside: string;
  /** Comes after the name of a contingency: "Rollback is on". */
  isOn: string;
  /** The text once a contingency is off again: "Rollback was on"; `off` comes before the name of the person who turned it off. */
  wasOn: string;
  off: string;
  /** The text before an item that failed and was mended. */
  mended: string;
  /** Comes before an earlier answer. */
  before: string;
  /** The time zone of the reader's clock, stated once: "times are UTC+1, Europe/Berlin". Empty if times are in no zone. */
  zone: string;
  /** Comes before the title of a section or the text of a step: "Go / no-go after". */
  holdAfter: string;
  note: string;
  /** The heading of the entries on items and fields that the page no longer has. */
  gone: string;
  log: string;
  /** The name of an item or a field that the page no longer has and whose words are unknown. */
  unnamed: string;
}
