import { readdirSync } from 'node:fs';
import path from 'node:path';

/**
 * The files of a finished site or of a folder in it, from there, with `/`, in the order of their names. What begins with a dot is passed
 * over. Patterns of names would be compared with every part of every path: a site of a thousand pages has eight thousand files.
 */
export function listFiles(folder: string): string[] {
  const walk = (below: string): string[] =>
    readdirSync(path.join(folder, below), { withFileTypes: true }).flatMap((entry) => {
      if (entry.name.startsWith('.')) return [];
      if (entry.isDirectory()) return walk(`${below}${entry.name}/`);
      return entry.isFile() ? [`${below}${entry.name}`] : [];
    });
  return walk('').toSorted();
}
