import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroConfig, HookParameters } from 'astro';
import { z } from 'astro/zod';
import { type BuildCache, cacheFolder, openCache } from './build-cache';
import { digestOf } from './digest';

/** What renders a site's pages: Astro's own, or one around it. */
type Prerenderer = Exclude<
  Parameters<HookParameters<'astro:build:start'>['setPrerenderer']>[0],
  (...given: never[]) => unknown
>;

/** A rendered file as it is published, and a script that it names and that is written once for all pages. */
const finishedSchema = z.object({
  text: z.string(),
  script: z.object({ name: z.string(), code: z.string() }).optional(),
});
const keptSchema = finishedSchema.extend({ type: z.string() });

type Finished = z.infer<typeof finishedSchema>;

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
 * Renders and finishes only what has changed; the scripts of pages, whether these are new or kept, are handed to `takeScript`. A path whose
 * route gives a `cacheKey` is taken from the last build with the same key; the key names the content that the path is made from. Astro has
 * such a thing itself (`experimental.incrementalBuild`), but keeps one file for each path whatever its key: a build that fails after it has
 * rendered a page leaves that page to the next, which takes it for the older one. `digestEngine`: names the engine of a project's folder.
 */
export function keepRendered(
  finish: Finish,
  takeScript: (script: NonNullable<Finished['script']>) => void,
  digestEngine: (root: string) => string,
) {
  let base = '/';
  let cache: BuildCache;
  let maker: () => string;
  return {
    open(config: AstroConfig): void {
      const root = fileURLToPath(config.root);
      base = config.base.replace(/\/?$/, '/');
      cache = openCache(cacheFolder(config.cacheDir), 'rendered');
      const contentDir = path.resolve(process.env.CONTENT_DIR ?? 'content');
      const assets = path.join(fileURLToPath(config.outDir), config.build.assets);
      maker = () => digestOf(digestEngine(root), base, contentDir, digestLook(contentDir, assets));
    },
    reuse(prerenderer: Prerenderer): Prerenderer {
      const keys = new Map<string, string>();
      return {
        ...prerenderer,
        async getStaticPaths() {
          const paths = await prerenderer.getStaticPaths();
          const made = maker();
          for (const { pathname, route, cacheKey } of paths) {
            if (cacheKey !== undefined) keys.set(pathOf(pathname), digestOf(made, route.component, pathname, cacheKey));
          }
          return paths;
        },
        async render(request, options) {
          const { pathname } = new URL(request.url);
          const key = keys.get(pathOf(pathname.startsWith(base) ? pathname.slice(base.length) : pathname));
          const kept = key === undefined ? undefined : keptSchema.safeParse(cache.read(key));
          if (kept?.success) {
            if (kept.data.script) takeScript(kept.data.script);
            return new Response(kept.data.text, { headers: { 'content-type': kept.data.type } });
          }
          const rendered = await prerenderer.render(request, options);
          const response = rendered instanceof Response ? rendered : rendered.response;
          const type = response.headers.get('content-type') ?? '';
          const isPage = type.startsWith('text/html');
          if (!isPage && (key === undefined || response.status !== 200)) return rendered;
          const made = await response.text();
          const finished = isPage ? finish(made) : { text: made };
          if (finished.script) takeScript(finished.script);
          if (key !== undefined && response.status === 200) cache.write(key, { type, ...finished });
          const again = new Response(finished.text, response);
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
