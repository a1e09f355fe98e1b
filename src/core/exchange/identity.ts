import { isPageId } from '~/core/page/page-id';
import { isMinute } from '~/core/run/minute';
import type { Run } from '~/core/run/run';
import { escapeText, readEscaped } from './escape';
import { separator } from './log-line';
import { readUtc, writeUtc } from '~/core/utc';

/** The identity of an export, in one line that needs no translation. `entries`: number of entries in its log. */
export interface Identity extends Pick<Run, 'id' | 'page' | 'start'> {
  entries: number;
}

/** "Runsheet export 1 · runbooks/release · run 00c0ffee · started 2026-11-22 14:00 UTC · 57 entries" [EX3]. */
export const writeIdentity = ({ id, page, start, entries }: Run): string =>
  [
    'Runsheet export 1',
    escapeText(page),
    `run ${id}`,
    `started ${writeUtc(start)}`,
    `${entries.length} ${entries.length === 1 ? 'entry' : 'entries'}`,
  ].join(separator);

const form = /^\s*Runsheet export (\d+) · (.+) · run ([0-9a-f]{8}) · started (.{20}) · (\d+) entr(?:y|ies)\s*$/;
const anyFormat = /^\s*Runsheet export (\d+) · /;

/** Reads the first line of an export; `newer` if a later version of the site wrote it, `not-a-page` if it names no page. */
export function readIdentity(line: string): Identity | 'newer' | 'not-a-page' | undefined {
  if (Number(anyFormat.exec(line)?.[1] ?? 1) > 1) return 'newer';
  const [, , written = '', id = '', started = '', entries = ''] = form.exec(line) ?? [];
  const start = readUtc(started);
  if (!isMinute(start)) return undefined;
  const page = readEscaped(written);
  return isPageId(page) ? { page, id, start, entries: Number(entries) } : 'not-a-page';
}
