import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';

/**
 * A file or folder as the disk names it, or `undefined` if there is none: a Mac writes `ö` as two characters, people type one, and both
 * are the same name.
 */
export function findFile(file: string): string | undefined {
  if (existsSync(file)) return file;
  if (/^[\x00-\x7f]*$/.test(file)) return undefined;
  const above = path.dirname(file);
  const folder = above === file ? undefined : findFile(above);
  if (folder === undefined) return undefined;
  const wanted = path.basename(file).normalize('NFC');
  const found = readdirSync(folder, { withFileTypes: true }).find(({ name }) => name.normalize('NFC') === wanted);
  return found && path.join(folder, found.name);
}
