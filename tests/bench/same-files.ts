import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';

const filesIn = (folder: string): string[] =>
  globSync('**/*', { cwd: folder, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => path.relative(folder, path.join(parentPath, name)))
    .toSorted();

/** The files that only one of two folders has, or that hold other bytes in the other. */
export function findDifferences(one: string, other: string): string[] {
  const [ours, theirs] = [new Set(filesIn(one)), new Set(filesIn(other))];
  const both = [...ours.union(theirs)];
  return both.filter((file) => {
    if (!ours.has(file) || !theirs.has(file)) return true;
    return !readFileSync(path.join(one, file)).equals(readFileSync(path.join(other, file)));
  });
}
