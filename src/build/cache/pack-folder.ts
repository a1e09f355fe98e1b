import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'astro/zod';
import { listFiles } from '~/build/list-files';

/*
 * A folder as one file: a line of JSON with the names of its files and their lengths, and then what they hold, one after the other. To
 * keep and to remove a folder of thousands of files costs as much as to make them.
 */

const headSchema = z.array(z.tuple([z.string(), z.number()]));

/** Everything in a folder, as one file. */
export function packFolder(folder: string): Buffer {
  const files = listFiles(folder);
  const texts = files.map((file) => readFileSync(path.join(folder, file)));
  const head = files.map((file, i) => [file, texts[i]?.length ?? 0]);
  return Buffer.concat([Buffer.from(`${JSON.stringify(head)}\n`), ...texts]);
}

/** Fills a folder with what was packed. Throws where that is not whole. */
export function unpackFolder(packed: Buffer, folder: string): void {
  let at = packed.indexOf('\n') + 1;
  const head = headSchema.parse(JSON.parse(packed.toString('utf8', 0, at)));
  const made = new Set<string>();
  for (const [name, length] of head) {
    const file = path.join(folder, name);
    const home = path.dirname(file);
    if (!made.has(home)) mkdirSync(home, { recursive: true });
    made.add(home);
    writeFileSync(file, packed.subarray(at, at + length));
    at += length;
  }
  if (at !== packed.length) throw new RangeError('The packed folder is not whole.');
}
