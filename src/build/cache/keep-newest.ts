import { readdirSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';

/** Removes all but so many of what lies in a folder: those that were used last stay. Another build may remove them at the same time. */
export function keepNewest(folder: string, most: number): void {
  const ages = readdirSync(folder).map((name) => {
    const { mtimeMs = 0 } = statSync(path.join(folder, name), { throwIfNoEntry: false }) ?? {};
    return { name, mtimeMs };
  });
  const old = ages.toSorted((a, b) => b.mtimeMs - a.mtimeMs).slice(most);
  for (const { name } of old) rmSync(path.join(folder, name), { recursive: true, force: true });
}
