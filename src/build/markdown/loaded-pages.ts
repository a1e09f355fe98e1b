import type { Kind } from './folders';
import type { PageEntry } from './page-entry';
import type { Problem } from './problem';

/** A page as a build has read it. */
export interface LoadedPage {
  kind: Kind;
  data: PageEntry;
  /** The page's text as HTML; '' for one that is run as a module. */
  html: string;
  /** Paths of its images that Astro is to resolve, from the page's folder. */
  images: string[];
  /** True for a page that is run as a module, which Astro compiles. */
  isMdx: boolean;
  /** True where such a page holds code of its author's, which may give something else in every build, or pictures. */
  hasCode: boolean;
  /** Names all that was read for the page; for one that Astro has to do with, the files that it names too. */
  digest: string;
  /** Path of its file from the project's folder, as Astro names it. */
  filePath: string;
}

/**
 * The pages that the loader has read, by their ids. Astro's own store of content holds their names and digests alone: it would write each
 * page to the disk, bundle it with the site's code and read it again.
 */
export const loadedPages = new Map<string, LoadedPage>();

/** The files that were looked for while the pages were read, and the state of each. */
export const askedFiles = new Map<string, string>();

/** The problems that the loader has reported. */
export const reportedProblems: Problem[] = [];
