import { copyFileSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'astro/zod';
import { ignoresKept } from './build-cache';
import { digestOf } from './digest';
import { keepNewest } from './keep-newest';

/*
 * What is noted of each finished site, so that a build that would be made of the same takes it as it is: where the site lies, how its
 * files stood when it was finished, the files beside the content that its pages name, and the warnings that were said. A site of which
 * somebody has touched a file since is made anew.
 */

const noteSchema = z.object({
  site: z.string(),
  /** Names the state of its files. */
  files: z.string(),
  /** The files that its pages name, and the state of each. */
  asked: z.record(z.string(), z.string()),
  warnings: z.array(z.string()),
});

export type SiteNote = z.infer<typeof noteSchema>;

/** The names of all of a site's files, but for those of its history. */
const listAll = (folder: string, below = ''): string[] =>
  readdirSync(path.join(folder, below), { withFileTypes: true }).flatMap((entry) => {
    if (below === '' && entry.name === '.git') return [];
    return entry.isDirectory() ? listAll(folder, `${below}${entry.name}/`) : [`${below}${entry.name}`];
  });

/** Names the state of a site's files: when each was written, and where it lies on the disk. No file can be changed without a trace there. */
export function nameFiles(site: string): string {
  const states = listAll(site)
    .toSorted()
    .map((name) => {
      const { size, mtimeMs, ctimeMs, ino } = statSync(path.join(site, name));
      return [name, size, mtimeMs, ctimeMs, ino].join(' ');
    });
  return digestOf(...states);
}

/** At most this many sites are noted. */
const most = 16;

/** Notes a finished site in a folder; `name`: names all that it was made from. */
export function noteSite(folder: string, name: string, note: Omit<SiteNote, 'files'>): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, name), JSON.stringify({ ...note, files: nameFiles(note.site) }));
  keepNewest(folder, most);
}

/** The note of a site that was made of the same, if the site and the files that its pages name are as they were. */
export function findSite(folder: string, name: string, stateOf: (file: string) => string): SiteNote | undefined {
  if (ignoresKept) return undefined;
  try {
    const note = noteSchema.parse(JSON.parse(readFileSync(path.join(folder, name), 'utf8')));
    const isSame = Object.entries(note.asked).every(([file, state]) => stateOf(file) === state);
    return isSame && nameFiles(note.site) === note.files ? note : undefined;
  } catch {
    return undefined;
  }
}

/** Copies a finished site without its history. */
export function copySite(from: string, to: string): void {
  const made = new Set<string>();
  for (const name of listAll(from)) {
    const folder = path.dirname(path.join(to, name));
    if (!made.has(folder)) mkdirSync(folder, { recursive: true });
    made.add(folder);
    copyFileSync(path.join(from, name), path.join(to, name));
  }
}
