import { readEntry } from '~/core/run/record';
import type { Entry } from '~/core/run/entry';
import { escapeText, readEscaped } from './escape';
import { readUtc, writeUtc } from '~/core/utc';

/** Stands between the parts of a line; escaped text never contains it. */
export const separator = ' · ';

/** A key of a known form reads better as code, and there a forge takes no part of it for a commit. */
const plainKey = /^[\p{L}\p{N}][\p{L}\p{M}\p{N}/-]*$/u;

const writeKey = (key: string): string => (plainKey.test(key) ? `\`${key}\`` : escapeText(key));

const readKey = (written: string): string => /^`([^`]+)`$/.exec(written)?.[1] ?? readEscaped(written);

const writeStamp = ({ at, seq }: Entry): string => (seq === 0 ? writeUtc(at) : `${writeUtc(at)} +${seq}`);

/**
 * Writes an entry as a line of the log: "- 2026-11-22 14:03 UTC · AB · Linting passed · done · `mark/linting-passed`". `what` describes its
 * subject in words, for people alone; the other parts are the entry, exactly [EX3].
 */
export const writeLogLine = (entry: Entry, what: string): string =>
  `- ${[writeStamp(entry), ...[entry.by, what, entry.value].map(escapeText), writeKey(entry.key)].join(separator)}`;

const form = /^\s*[-*+] (\d{4}-\d\d-\d\d \d\d:\d\d UTC)(?: \+(\d{1,8}))? · /;

/** Reads the entry from a line of the log; `unreadable` if the line begins like one but is no entry; `undefined` for all other lines. */
export function readLogLine(line: string): Entry | 'unreadable' | undefined {
  const match = form.exec(line);
  if (match === null) return undefined;
  const parts = line.slice(match[0].length).split(separator);
  const [by, , value, key] = parts;
  if (parts.length !== 4 || by === undefined || value === undefined || key === undefined) return 'unreadable';
  const stamp = [readUtc(match[1] ?? ''), Number(match[2] ?? 0)];
  return readEntry([readKey(key.trimEnd()), readEscaped(value), ...stamp, readEscaped(by)]) ?? 'unreadable';
}
