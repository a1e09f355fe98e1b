import type { Entry } from '~/core/run/entry';
import { escapeText } from './escape';
import { separator } from './log-line';
import type { ExportWording } from './wording';

/** Writes " · AB, 22 Nov, 14:03", author and time, for the end of a line; nothing if there is no entry. */
export function writeStamp(entry: Entry | undefined, { formatMinute }: ExportWording): string {
  if (entry === undefined) return '';
  const time = escapeText(formatMinute(entry.at));
  return `${separator}${entry.by === '' ? time : `${escapeText(entry.by)}, ${time}`}`;
}
