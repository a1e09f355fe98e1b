import type { Page } from '~/core/page/page';

/** A page as a build has read it, and the path of its file from the content folder. */
export interface LoadedPage {
  page: Page;
  file: string;
}

/** The pages that the loader has read, by their ids: for the steps of a build that come after Astro's own. */
export const loadedPages = new Map<string, LoadedPage>();
