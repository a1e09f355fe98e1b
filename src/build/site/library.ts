import { withSlash } from '~/build/with-slash';
import { canRun, type Page } from '~/core/page/page';
import { loadedPages } from '~/build/engine';
import type { Kind } from '~/build/markdown/folders';
import type { LoadedPage } from '~/build/markdown/loaded-pages';
import type { PageLink } from '~/build/markdown/links';
import { getSite } from './site';
import { fillExamples } from './fill-examples';
import { indexUses, type Use } from './uses';

export type { Kind };

/** One page of the site: the content of its file, and the build's findings in it. */
export interface LibraryPage {
  kind: Kind;
  /** "runbooks/mvp-release", also its address below the base. */
  id: string;
  href: string;
  title: string;
  description: string;
  /** The page's language, or the site's. */
  lang: string;
  page: Page;
  links: readonly PageLink[];
  /** True for a page that needs the styles for reading: it has blocks of code, or what reading-styles.ts names. */
  readingStyles: boolean;
  entry: LoadedPage;
}

/** The address of something below the site's base: "/docs/team/" and "runs/" give "/docs/team/runs/". */
export const addressOf = (path: string): string => `${withSlash(import.meta.env.BASE_URL)}${path}`;

function readEntry(entry: LoadedPage, siteLang: string): LibraryPage {
  const { page, links, readingStyles, description, lang = siteLang } = entry.data;
  return {
    kind: entry.kind,
    id: page.id,
    href: addressOf(`${page.id}/`),
    title: fillExamples(page, page.title),
    description: fillExamples(page, description),
    lang,
    page,
    links,
    readingStyles,
    entry,
  };
}

const orderOf = ({ entry }: LibraryPage) => entry.data.order ?? Number.POSITIVE_INFINITY;

const titles = new Intl.Collator(undefined, { numeric: true });

/** By the author's order, then by title; by id where these are the same, in whatever order the files were read. */
const inOrder = (a: LibraryPage, b: LibraryPage) =>
  Math.sign(orderOf(a) - orderOf(b)) || titles.compare(a.title, b.title) || (a.id < b.id ? -1 : 1);

function readAll(): LibraryPage[] {
  // Asked once: a development server reads the site's file anew each time.
  const { lang } = getSite();
  return [...loadedPages.values()].map((entry) => readEntry(entry, lang)).toSorted(inOrder);
}

let reading: LibraryPage[] | undefined;

/** Every page of the site in the order of its lists: by `order`, then by title. Read once in a build. */
export const readLibrary = (): LibraryPage[] => (import.meta.env.DEV ? readAll() : (reading ??= readAll()));

/** Those of them that can be run. */
export const readRunPages = (): LibraryPage[] => readLibrary().filter(({ page }) => canRun(page));

let indexing: Map<string, Use[]> | undefined;

/** For each page, the runbook steps that link to it. Indexed once in a build. */
export const readUses = (): Map<string, Use[]> =>
  import.meta.env.DEV ? indexUses(readLibrary()) : (indexing ??= indexUses(readLibrary()));
