import type { Answer, Entry } from './entry';
import { keys } from './entry';
import type { Mark } from '~/core/checklist/page';
import { isMark } from './marks';
import type { Run } from './run';

/** What an entry is about, its key taken apart. */
export type Subject =
  | { kind: 'title' }
  | { kind: 'end' }
  | { kind: 'mark'; item: string; mark: Mark }
  | { kind: 'note'; item: string }
  | { kind: 'field'; field: string }
  | { kind: 'hold'; after: string; role: string; answer: Answer }
  | { kind: 'unknown' };

/** Takes an entry's key apart; a key of a later version of the site is `unknown` and stays in the run [RN8]. */
export function readSubject({ key, value }: Entry): Subject {
  if (key === keys.title || key === keys.end) return { kind: key };
  const [, kind = '', rest = ''] = /^(\w+)\/(.*)$/s.exec(key) ?? [];
  if (kind === 'mark' && isMark(value)) return { kind, item: rest, mark: value };
  if (kind === 'note') return { kind, item: rest };
  if (kind === 'field') return { kind, field: rest };
  const [, after = '', role = ''] = /^([^/]*)\/(.*)$/s.exec(rest) ?? [];
  if (kind === 'hold') return { kind, after, role, answer: value === 'go' || value === 'no-go' ? value : '' };
  return { kind: 'unknown' };
}

/** One line of the log. `superseded`: a greater entry of the same key came later, or won the comparison. */
export interface LogLine {
  entry: Entry;
  subject: Subject;
  superseded: boolean;
}

/** All entries in time order: what happened, and what lost a comparison, too [RN8]. */
export function readLog(run: Run): LogLine[] {
  const last = new Map(run.entries.map((entry) => [entry.key, entry]));
  return run.entries.map((entry) => ({
    entry,
    subject: readSubject(entry),
    superseded: last.get(entry.key) !== entry,
  }));
}
