import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'astro/zod';
import { ignoresKept, openCache } from '~/build/cache/build-cache';
import { digestOf } from '~/build/cache/digest';
import { packFolder, unpackFolder } from '~/build/cache/pack-folder';
import { readPage, type ReadPage } from './read-page';

/*
 * What the search keeps from one build to the next: how each finished page was read, and the last index as a whole. Pagefind makes an
 * index from all its pages or not at all; where one word of one page has changed, it makes it anew.
 */

export interface KeptSearch {
  readPage: (html: string) => ReadPage;
  /** Puts the last index into a folder if it was made from the same pages; else makes it, and keeps it. */
  reuse: (folder: string, pages: string, make: () => Promise<void>) => Promise<void>;
}

const readSchema = z.object({
  lang: z.string(),
  places: z.array(
    z.object({ level: z.number(), anchor: z.string(), own: z.string(), location: z.number(), length: z.number() }),
  ),
  rows: z.array(z.unknown()),
  bodies: z.array(z.string()),
  words: z.array(z.object({ own: z.string(), body: z.string() })),
});

/** Puts a kept index into a folder; tells whether it was there, and whole. */
function unpack(file: string, folder: string): boolean {
  try {
    unpackFolder(readFileSync(file), folder);
    return true;
  } catch {
    rmSync(folder, { recursive: true, force: true });
    return false;
  }
}

/** Opens what the search keeps; `folder`: that of all that is kept, `engine`: the digest of the engine. */
export function openKeptSearch(folder: string, engine: string): KeptSearch {
  const pages = openCache(folder, 'searched');
  const home = path.join(folder, 'index');
  return {
    readPage(html) {
      const name = digestOf(engine, html);
      const kept = readSchema.safeParse(pages.read(name));
      if (kept.success) return kept.data;
      const read = readPage(html);
      pages.write(name, read);
      return read;
    },
    async reuse(index, from, make) {
      pages.close();
      const name = digestOf(engine, from);
      const kept = path.join(home, name);
      if (!ignoresKept && unpack(kept, index)) return;
      await make();
      mkdirSync(home, { recursive: true });
      const draft = `${kept}.${process.pid}`;
      writeFileSync(draft, packFolder(index));
      renameSync(draft, kept);
      // The last index alone is kept: it is as large as the site's texts.
      const others = readdirSync(home).filter((other) => other !== name);
      for (const other of others) rmSync(path.join(home, other), { recursive: true, force: true });
    },
  };
}
