import { mkdirSync, readFileSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'astro/zod';
import { digestOf } from './digest';
import { keepNewest } from './keep-newest';

/* The bundles of a build as files: what Astro has to be told of them, and two packed folders. */

const headSchema = z.object({
  /** The name of the module that renders pages. */
  entry: z.string(),
  /** The address of the folder in which that build made the site: Astro's own settings, which are part of the code, name it. */
  out: z.string(),
  /** The styles of each of the site's routes, in Astro's own form. */
  styles: z.record(z.string(), z.array(z.custom<object>((value) => typeof value === 'object' && value !== null))),
  /** Names what stands in the other two files: half of a file is none. */
  whole: z.string(),
});
type Head = z.infer<typeof headSchema>;

export interface Bundles {
  head: Head;
  /** The module that renders pages and its parts; what else is there before the first page is rendered. */
  renderer: Buffer;
  site: Buffer;
}

/** At most this many bundles are kept: a megabyte and a half each. */
const most = 8;

/** Reads bundles from their folder; `undefined` where there are none, or not the whole of them. */
export function readBundles(folder: string): Bundles | undefined {
  try {
    const head = headSchema.parse(JSON.parse(readFileSync(path.join(folder, 'head.json'), 'utf8')));
    const [renderer, site] = ['renderer', 'site'].map((name) => readFileSync(path.join(folder, name)));
    if (renderer === undefined || site === undefined || digestOf(renderer, site) !== head.whole) return undefined;
    // The last ones that were of use are those that stay.
    utimesSync(folder, new Date(), new Date());
    return { head, renderer, site };
  } catch {
    return undefined;
  }
}

/** Keeps bundles in a folder, beside those of the last few sites. */
export function writeBundles(folder: string, { head, renderer, site }: Bundles): void {
  const draft = `${folder}.${process.pid}.draft`;
  mkdirSync(draft, { recursive: true });
  writeFileSync(path.join(draft, 'renderer'), renderer);
  writeFileSync(path.join(draft, 'site'), site);
  writeFileSync(path.join(draft, 'head.json'), JSON.stringify(head));
  rmSync(folder, { recursive: true, force: true });
  renameSync(draft, folder);
  keepNewest(path.dirname(folder), most);
}
