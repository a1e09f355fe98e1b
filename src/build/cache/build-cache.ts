import { closeSync, mkdirSync, openSync, readdirSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/*
 * What a build found out and the next one need not find out again. Each finding has a name, a digest of all that it was made from: it
 * never has to be changed, and a build that fails leaves nothing wrong behind. All findings of a kind are lines of one file, because
 * thousands of small files cost more than what they save: a line is the name, the day on which it was written, and the finding as JSON.
 * Each build adds its lines to a file of its own, so two builds at a time do not disturb each other; the files are joined once they are
 * many. A line that cannot be read, or only half of it, counts as one that is not there. `astro build --force` reads nothing.
 */

/** Findings of one kind. Names are digests. */
export interface BuildCache {
  read: (name: string) => unknown;
  write: (name: string, finding: unknown) => void;
  /** Ends the build's own file. Where files are joined, what no build has used for a week is left out. */
  close: () => void;
}

/** The folder of all that is kept, in Astro's own cache. */
export const cacheFolder = (cacheDir: URL): string => fileURLToPath(new URL('runsheet/', cacheDir));

const today = (): number => Math.floor(Date.now() / (24 * 60 * 60_000));
const week = 7;

/** The number of files at which they are joined: to write all lines anew is not worth the few of every build. */
const mostFiles = 8;

/** True where the build is to read nothing that an earlier one kept, and so keeps nothing of it. */
export const ignoresKept = process.argv.includes('--force');

/** Where a finding's line stands in a file. */
interface Line {
  bytes: Buffer;
  start: number;
  /** The place of the finding itself, after name and day, and the one after its last byte. */
  at: number;
  end: number;
  day: number;
}

/** Finds the lines of a file that are whole, by their names. */
function findLines(bytes: Buffer, lines: Map<string, Line>): void {
  for (let start = 0, end = bytes.indexOf('\n'); end >= 0; start = end + 1, end = bytes.indexOf('\n', start)) {
    const [name, day] = [bytes.indexOf(' ', start), bytes.indexOf(' ', bytes.indexOf(' ', start) + 1)];
    if (name < 0 || day < name || day > end) continue;
    const written = Number(bytes.toString('latin1', name + 1, day));
    lines.set(bytes.toString('latin1', start, name), { bytes, start, at: day + 1, end, day: written });
  }
}

/** Reads a file of lines, if it is still there: another build may have joined it with its own. */
function readLines(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch {
    return Buffer.alloc(0);
  }
}

/** Opens the findings of one kind; `folder`: that of all kinds. */
export function openCache(folder: string, kind: string): BuildCache {
  const home = path.join(folder, kind);
  const own = path.join(home, `${Date.now()}-${process.pid}-${Math.random().toString(36).slice(2)}.lines`);
  const used = new Set<string>();
  let writing: number | undefined;
  let former: { files: string[]; lines: Map<string, Line> } | undefined;

  const listFiles = (): string[] => {
    mkdirSync(home, { recursive: true });
    const names = readdirSync(home).filter((name) => name.endsWith('.lines'));
    return names.toSorted().map((name) => path.join(home, name));
  };

  /** The files that are there at the first question. */
  const readFormer = () => {
    if (former !== undefined) return former;
    former = { files: listFiles(), lines: new Map() };
    for (const file of former.files) findLines(readLines(file), former.lines);
    return former;
  };

  /** Writes the lines of other files into the build's own: those of a week, and older ones that were of use. */
  const join = (others: readonly string[]): void => {
    const lines = new Map<string, Line>();
    for (const file of [...others, own]) findLines(readLines(file), lines);
    const joined = openSync(`${own}.draft`, 'w');
    for (const [name, { bytes, start, end, day }] of lines)
      if (used.has(name) || today() - day <= week) writeSync(joined, bytes, start, end + 1 - start);
    closeSync(joined);
    // Renamed, so that nobody reads half of it.
    renameSync(`${own}.draft`, own);
  };

  return {
    read(name) {
      const line = ignoresKept ? undefined : readFormer().lines.get(name);
      if (line === undefined) return undefined;
      try {
        const finding: unknown = JSON.parse(line.bytes.toString('utf8', line.at, line.end));
        used.add(name);
        return finding;
      } catch {
        return undefined;
      }
    },
    write(name, finding) {
      if (writing === undefined) {
        mkdirSync(home, { recursive: true });
        writing = openSync(own, 'a');
      }
      used.add(name);
      writeSync(writing, `${name} ${today()} ${JSON.stringify(finding)}\n`);
    },
    close() {
      const read = former;
      former = undefined;
      if (writing === undefined) return;
      closeSync(writing);
      writing = undefined;
      const others = (read?.files ?? listFiles()).filter((file) => file !== own);
      if (!ignoresKept && others.length < mostFiles) return;
      if (!ignoresKept) join(others);
      for (const file of others) rmSync(file, { force: true });
    },
  };
}
