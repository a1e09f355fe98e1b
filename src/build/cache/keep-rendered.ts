import { globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroConfig, HookParameters } from 'astro';
import { withSlash } from '~/build/with-slash';
import { type BuildCache, cacheFolder, openCache } from './build-cache';
import { digestOf } from './digest';
import { keepFinished, type Finished } from './finished-pages';

/** The renderer of a site's pages: Astro's own, or one around it. */
type Prerenderer = Exclude<
  Parameters<HookParameters<'astro:build:start'>['setPrerenderer']>[0],
  (...given: never[]) => unknown
>;

type PathWithRoute = Awaited<ReturnType<Prerenderer['getStaticPaths']>>[number];

const isPage = ({ headers }: Response): boolean => headers.get('content-type')?.startsWith('text/html') ?? false;

/** Finishes the HTML of a rendered page. */
type Finish = (html: string) => Finished;

/** The path of an address below the site, as the routes name it: decoded, without slashes at its ends. */
const pathOf = (pathname: string): string => decodeURI(pathname).replace(/^\/|\/$/g, '');

/** Names the site's own look, and the scripts and styles that pages name, by their names, which are those of their contents. */
function digestLook(contentDir: string, assets: string): string {
  const look = globSync('*.{css,svg}', { cwd: contentDir }).toSorted();
  const texts = look.map((file) => digestOf(file, readFileSync(path.join(contentDir, file))));
  return digestOf(...texts, ...globSync('**/*', { cwd: assets }).toSorted());
}

/** The site that is being built, as far as its pages need it. */
interface Site {
  /** The folder that it is built into. */
  folder: string;
  /** The base path with a slash at its end, and the host before it. */
  base: string;
  origin: string;
  cache: BuildCache;
  finished: ReturnType<typeof keepFinished>;
  /** Names all that its pages are made from besides their content; to be asked once scripts and styles are there. */
  nameMaker: () => string;
}

function openSite(config: AstroConfig, digestEngine: (root: string) => string): Site {
  const base = withSlash(config.base);
  const folder = fileURLToPath(config.outDir);
  const cache = openCache(cacheFolder(config.cacheDir), 'rendered');
  const contentDir = path.resolve(process.env.CONTENT_DIR ?? 'content');
  const assets = path.join(folder, config.build.assets);
  return {
    folder,
    base,
    origin: config.site ? new URL(config.site).origin : `http://localhost:${config.server.port}`,
    cache,
    finished: keepFinished(cache),
    nameMaker: () =>
      digestOf(digestEngine(fileURLToPath(config.root)), base, contentDir, digestLook(contentDir, assets)),
  };
}

function writePage({ folder }: Site, pathname: string, text: string): void {
  const home = path.join(folder, pathOf(pathname));
  mkdirSync(home, { recursive: true });
  writeFileSync(path.join(home, 'index.html'), text);
}

/** Renders a page as Astro asks for it; `undefined` where it is none of the usual kind, which is left to Astro. */
async function renderPage(
  { base, origin }: Site,
  prerenderer: Prerenderer,
  { pathname, route }: PathWithRoute,
  finish: Finish,
): Promise<Finished | undefined> {
  const request = new Request(new URL(`${base}${pathOf(pathname)}/`, origin));
  const rendered = await prerenderer.render(request, { routeData: route });
  const response = rendered instanceof Response ? rendered : rendered.response;
  return response.status === 200 && isPage(response) ? finish(await response.text()) : undefined;
}

/**
 * Renders and finishes only the pages that have changed; the scripts of pages, whether these are new or kept, are
 * handed to `takeScript`. A page whose route gives a `cacheKey` is taken from the last build with the same key, or
 * rendered and kept: Astro is not told of it, and its file is written here, because all that Astro does for a page
 * costs more than that. The key names the content that the page is made from. Astro has such a thing itself
 * (`experimental.incrementalBuild`), but keeps one file for each path whatever its key: a build that fails after it
 * has rendered a page leaves that page to the next, which takes it for the older one. `digestEngine`: names the engine
 * of a project's folder.
 */
export function keepRendered(
  finish: Finish,
  takeScript: (script: NonNullable<Finished['script']>) => void,
  digestEngine: (root: string) => string,
) {
  let site: Site;
  const counts = { rendered: 0, kept: 0 };

  /** Takes a page from the last build, or renders and keeps it; false for one that is left to Astro. */
  const takePage = async (prerenderer: Prerenderer, asked: PathWithRoute, made: string): Promise<boolean> => {
    const { pathname, route, cacheKey } = asked;
    if (cacheKey === undefined) return false;
    const key = digestOf(made, route.component, pathname, cacheKey);
    const kept = site.finished.read(key);
    const page = kept ?? (await renderPage(site, prerenderer, asked, finish));
    if (page === undefined) return false;
    writePage(site, pathname, page.text);
    if (page.script) takeScript(page.script);
    counts[kept ? 'kept' : 'rendered']++;
    if (!kept) site.finished.write(key, page);
    return true;
  };

  return {
    /** The numbers of pages that were rendered here, and of those that earlier builds had kept. */
    counts,
    open(config: AstroConfig): void {
      site = openSite(config, digestEngine);
    },
    reuse(prerenderer: Prerenderer): Prerenderer {
      return {
        ...prerenderer,
        async getStaticPaths() {
          const paths = await prerenderer.getStaticPaths();
          const made = site.nameMaker();
          const left: PathWithRoute[] = [];
          for (const one of paths) if (!(await takePage(prerenderer, one, made))) left.push(one);
          return left;
        },
        async render(request, options) {
          const rendered = await prerenderer.render(request, options);
          const response = rendered instanceof Response ? rendered : rendered.response;
          if (!isPage(response)) return rendered;
          const page = finish(await response.text());
          if (page.script) takeScript(page.script);
          const again = new Response(page.text, response);
          return rendered instanceof Response ? again : { ...rendered, response: again };
        },
        async teardown() {
          await prerenderer.teardown?.();
          site.cache.close();
        },
      };
    },
  };
}
