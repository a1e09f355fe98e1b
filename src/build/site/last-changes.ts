import { onceEachText } from '~/core/once-each-text';
import { askGit } from './ask-git';
import { contentDir } from './site';

/** Reads what `git log --format=%x00%cI --name-only` prints: the latest date of each file, by its path. */
export function parseLog(log: string): Map<string, string> {
  const dates = new Map<string, string>();
  for (const commit of log.split('\0').slice(1)) {
    const [date = '', ...files] = commit.split('\n').filter(Boolean);
    for (const file of files) if (!dates.has(file)) dates.set(file, date);
  }
  return dates;
}

/** The content's history as git tells it, in one call for the whole site; '' where there is none. */
export function readHistory(): string {
  if (askGit(contentDir, 'rev-parse', '--is-shallow-repository') !== 'false') return '';
  return askGit(contentDir, '-c', 'core.quotePath=false', 'log', '--format=%x00%cI', '--name-only', '--', '.') ?? '';
}

/** The format of dates in a language. It takes longer to make than the foot of a page to write: each is made once. */
const formatIn = onceEachText((lang) => new Intl.DateTimeFormat(lang, { dateStyle: 'long', timeZone: 'UTC' }));

/** Writes a date in a language, in full. */
export const writeDate = (date: Date, lang: string): string => formatIn(lang).format(date);

let dates: Map<string, string> | undefined;

/**
 * The date of a content file's last change, by its history; `undefined` where there is none: outside of git, in a
 * shallow copy (every file would seem to be of the last commit), for a new file. `file`: from the repository's folder.
 */
export function lastChange(file: string): Date | undefined {
  const date = (dates ??= parseLog(readHistory())).get(file);
  return date === undefined ? undefined : new Date(date);
}
