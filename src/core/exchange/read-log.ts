import { ok, refuse, type Result } from '~/core/result';
import type { Entry } from '~/core/run/entry';
import { readIdentity, type Identity } from './identity';
import type { LeftOut } from './imported';
import { readLogLine } from './log-line';

/** The identity and the log of an export; a copy of a checklist has neither. */
export interface ExportedLog {
  identity: Identity | undefined;
  entries: readonly Entry[];
  leftOut: readonly LeftOut[];
}

/** Reads the log of an export, quoted or not [EX3]. Two exports in one text would mix two runs. */
export function readExportedLog(
  lines: readonly string[],
): Result<ExportedLog, 'newer' | 'not-a-page' | 'several-runs'> {
  const entries: Entry[] = [];
  const leftOut: LeftOut[] = [];
  let identity: Identity | undefined;
  for (const [i, line] of lines.entries()) {
    const text = !line.startsWith('>') ? line : line.replace(/^(?:> ?){1,20}/, '');
    const found = readIdentity(text);
    if (found === 'newer' || found === 'not-a-page') return refuse(found);
    if (found !== undefined && identity !== undefined) return refuse('several-runs');
    identity ??= found;
    const entry = identity === undefined ? undefined : readLogLine(text);
    if (entry === 'unreadable') leftOut.push({ line: i + 1, text, reason: entry });
    else if (entry !== undefined) entries.push(entry);
  }
  return ok({ identity, entries, leftOut });
}
