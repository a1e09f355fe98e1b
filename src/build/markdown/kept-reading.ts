import { readFileSync, statSync } from 'node:fs';
import { z } from 'astro/zod';
import type { BuildCache } from '~/build/cache/build-cache';
import { digestOf } from '~/build/cache/digest';
import { findFile } from './find-file';
import { readAsked } from './link-target';
import { type PageEntry, pageEntrySchema } from './page-entry';
import type { Problem } from './problem';

/*
 * Reading a page is kept from one build to the next. A reading is that of the page's own text and of every file that was looked for
 * on its way: the pages that it links to, with their anchors, and its pictures. Not kept are pages that are run as modules and hold code
 * of their author's, pages whose pictures Astro is to copy, and those with something broken, whose messages name what else there is.
 */

/** A page as the site is made of it, and the warnings about it. */
export interface Reading {
  data: PageEntry;
  /** The page's text as HTML. */
  html: string;
  /** True for a page that is run as a module: then Astro makes the text. */
  isMdx: boolean;
  /** Paths of its images that Astro is to resolve, from the page's folder. */
  images: string[];
  problems: Problem[];
}

const warning = z.object({ severity: z.literal('warning'), file: z.string(), line: z.number(), message: z.string() });
const keptSchema = z.object({
  /** The files that were looked for, and the state of each. */
  asked: z.record(z.string(), z.string()),
  data: pageEntrySchema,
  html: z.string(),
  isMdx: z.boolean(),
  problems: z.array(warning),
});

/** Pages among the files that others name: a link to one asks whether it is there, or for its anchors, and for nothing else of it. */
interface Pages {
  isPage: (file: string) => boolean;
  /** Names the anchors of a page. */
  anchorsOf: (file: string) => string;
}

const digestFile = (file: string): string => digestOf(readFileSync(file));

/** Tells the states of what was asked, each looked at once: a digest of what a file holds, `page`, `folder`, or `nothing`. */
export function createStateReader({ isPage, anchorsOf }: Pages = { isPage: () => false, anchorsOf: digestFile }) {
  const known = new Map<string, string>();
  const look = (asked: string): string => {
    const { file, isOfAnchors } = readAsked(asked);
    const found = findFile(file);
    if (found === undefined) return 'nothing';
    if (!statSync(found).isFile()) return 'folder';
    if (!isPage(found)) return `${found} ${digestFile(found)}`;
    return `${found} ${isOfAnchors ? anchorsOf(found) : 'page'}`;
  };
  return (asked: string): string => {
    const state = known.get(asked) ?? look(asked);
    known.set(asked, state);
    return state;
  };
}

/** The reading that a build kept under a name, and what was looked for, if everything that it came from is as it was then. */
export function readKept(
  cache: BuildCache,
  name: string,
  stateOf: (file: string) => string,
): (Reading & { asked: string[] }) | undefined {
  const kept = keptSchema.safeParse(cache.read(name));
  if (!kept.success) return undefined;
  const { asked, ...reading } = kept.data;
  const isSame = Object.entries(asked).every(([file, state]) => stateOf(file) === state);
  return isSame ? { ...reading, images: [], asked: Object.keys(asked) } : undefined;
}

/** Keeps a reading for the next build, if it may be kept. `asked`: the files that were looked for. */
export function keepReading(
  cache: BuildCache,
  name: string,
  { data, html, isMdx, images, problems }: Reading,
  asked: Iterable<string>,
  stateOf: (file: string) => string,
): void {
  if (images.length > 0 || problems.some(({ severity }) => severity !== 'warning')) return;
  const states = Object.fromEntries([...asked].map((file) => [file, stateOf(file)]));
  cache.write(name, { asked: states, data, html, isMdx, problems });
}
