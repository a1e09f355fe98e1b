import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/*
 * What a build found out and the next one need not find out again. Each finding is a file of JSON whose name is a digest of all that it
 * was made from: it never has to be changed, a build that fails leaves nothing wrong behind, and two builds at a time do not disturb
 * each other. A file that cannot be read counts as one that is not there. `astro build --force` reads nothing.
 */

/** Findings of one kind. Names are digests. */
export interface BuildCache {
  read: (name: string) => unknown;
  write: (name: string, finding: unknown) => void;
  /** Removes what no build has used for a week. */
  prune: () => void;
}

/** The folder of all that is kept, in Astro's own cache. */
export const cacheFolder = (cacheDir: URL): string => fileURLToPath(new URL('runsheet/', cacheDir));

/** A week, in milliseconds. */
const week = 7 * 24 * 60 * 60_000;

const ignoresKept = process.argv.includes('--force');

/** Opens the findings of one kind; `folder`: that of all kinds. */
export function openCache(folder: string, kind: string): BuildCache {
  const home = path.join(folder, kind);
  const used = new Set<string>();
  let isMade = false;
  return {
    read(name) {
      if (ignoresKept) return undefined;
      try {
        const finding: unknown = JSON.parse(readFileSync(path.join(home, name), 'utf8'));
        used.add(name);
        return finding;
      } catch {
        return undefined;
      }
    },
    write(name, finding) {
      if (!isMade) mkdirSync(home, { recursive: true });
      isMade = true;
      used.add(name);
      const file = path.join(home, name);
      // Renamed, so that nobody reads half of it.
      const draft = `${file}.${process.pid}`;
      writeFileSync(draft, JSON.stringify(finding));
      renameSync(draft, file);
    },
    prune() {
      if (!isMade) return;
      for (const name of readdirSync(home)) {
        const file = path.join(home, name);
        const age = Date.now() - (statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
        if (!used.has(name) && age > week) rmSync(file, { force: true });
      }
    },
  };
}
