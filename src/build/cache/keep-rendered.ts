import { globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroConfig, HookParameters } from 'astro';
import { z } from 'astro/zod';
import { withSlash } from '~/build/with-slash';
import { type BuildCache, cacheFolder, openCache } from './build-cache';
import { digestOf } from './digest';

/** The renderer of a site's pages: Astro's own, or one around it. */
type Prerenderer = Exclude<
  Parameters<HookParameters<'astro:build:start'>['setPrerenderer']>[0],
  (...given: never[]) => unknown
>;

const scriptSchema = z.object({ name: z.string(), code: z.string() });

/** A rendered file as it is published, and a script that it names and that is written once for all pages. */
interface Finished {
  text: string;
  script?: z.infer<typeof scriptSchema> | undefined;
}

/** The same as it is kept: the text before and after its style, which is half of it and that of many pages, and the name of the style. */
const keptSchema = z.object({
  before: z.string(),
  style: z.string(),
  after: z.string(),
  script: scriptSchema.optional(),
});

/** Keeps finished pages, and each of their styles once. */
function keepFinished(cache: BuildCache) {
  const styles = new Map<string, string>();
  const names = new Map<string, string>();
  const know = (name: string, style: string): void => {
    styles.set(name, style);
    names.set(style, name);
  };
  const readStyle = (name: string): string | undefined => {
    const style = styles.get(name) ?? z.string().safeParse(cache.read(name)).data;
    if (style !== undefined) know(name, style);
    return style;
  };
  const writeStyle = (style: string): string => {
    const known = names.get(style);
    if (known !== undefined) return known;
    const name = digestOf('style', style);
    cache.write(name, style);
    know(name, style);
    return name;
  };
  return {
    read(key: string): Finished | undefined {
      const kept = keptSchema.safeParse(cache.read(key)).data;
      const style = kept && readStyle(kept.style);
      return kept && style !== undefined ? { text: kept.before + style + kept.after, script: kept.script } : undefined;
    },
    write(key: string, { text, script }: Finished): void {
      const start = Math.max(0, text.indexOf('<style>'));
      const end = Math.max(start, text.indexOf('</style>'));
      const style = writeStyle(text.slice(start, end));
      cache.write(key, { before: text.slice(0, start), style, after: text.slice(end), script });
    },
  };
}

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
  let base = '/';
  let cache: BuildCache;
  let finished: ReturnType<typeof keepFinished>;
  let maker: () => string;
  let site = '';
  let origin = '';
  const counts = { rendered: 0, kept: 0 };
  const writePage = (pathname: string, { text, script }: Finished): void => {
    const folder = path.join(site, pathOf(pathname));
    mkdirSync(folder, { recursive: true });
    writeFileSync(path.join(folder, 'index.html'), text);
    if (script) takeScript(script);
  };

  /** Renders a page as Astro asks for it; `undefined` where it is none of the usual kind, which is left to Astro. */
  const renderPage = async (prerenderer: Prerenderer, { pathname, route }: PathWithRoute) => {
    const request = new Request(new URL(`${base}${pathOf(pathname)}/`, origin));
    const rendered = await prerenderer.render(request, { routeData: route });
    const response = rendered instanceof Response ? rendered : rendered.response;
    return response.status === 200 && isPage(response) ? finish(await response.text()) : undefined;
  };

  return {
    /** The numbers of pages that were rendered here, and of those that earlier builds had kept. */
    counts,
    open(config: AstroConfig): void {
      const root = fileURLToPath(config.root);
      base = withSlash(config.base);
      site = fileURLToPath(config.outDir);
      origin = config.site ? new URL(config.site).origin : `http://localhost:${config.server.port}`;
      cache = openCache(cacheFolder(config.cacheDir), 'rendered');
      finished = keepFinished(cache);
      const contentDir = path.resolve(process.env.CONTENT_DIR ?? 'content');
      const assets = path.join(site, config.build.assets);
      maker = () => digestOf(digestEngine(root), base, contentDir, digestLook(contentDir, assets));
    },
    reuse(prerenderer: Prerenderer): Prerenderer {
      return {
        ...prerenderer,
        async getStaticPaths() {
          const paths = await prerenderer.getStaticPaths();
          const made = maker();
          const left: PathWithRoute[] = [];
          for (const one of paths) {
            const { pathname, route, cacheKey } = one;
            const key = cacheKey !== undefined && digestOf(made, route.component, pathname, cacheKey);
            const kept = key ? finished.read(key) : undefined;
            const page = key ? (kept ?? (await renderPage(prerenderer, one))) : undefined;
            if (!key || !page) {
              left.push(one);
              continue;
            }
            writePage(pathname, page);
            counts[kept ? 'kept' : 'rendered']++;
            if (!kept) finished.write(key, page);
          }
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
          cache.close();
        },
      };
    },
  };
}
