import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroConfig, HookParameters } from 'astro';
import type { Plugin } from 'vite';
import { sourceFolder } from '~/build/source-folder';
import { ignoresKept } from './build-cache';
import { readBundles, writeBundles, type Bundles } from './bundle-files';
import { digestOf } from './digest';
import { packFolder, unpackFolder } from './pack-folder';

/*
 * The bundles of a build, kept for the next: the code that renders pages, and the scripts and styles that pages load. They are the same
 * while the engine, the site's settings and the pages that are modules are; plain Markdown is no part of them. They are kept as they are
 * right before the first page is rendered, and put there again; then Astro goes on as if it had made them.
 *
 * Nobody knows what an author's own code reads while it is bundled, and Astro prepares pictures while it bundles them: bundles that hold
 * any file of the content but pages are never kept.
 */

type Builder = Parameters<
  NonNullable<NonNullable<HookParameters<'astro:build:setup'>['vite']['builder']>['buildApp']>
>[0];
type Setup = Pick<HookParameters<'astro:build:setup'>, 'vite' | 'pages' | 'updateConfig'>;

/** Writes an address in the modules of a folder as another. */
function moveModules(folder: string, from: string, to: string): void {
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const file = path.join(folder, name);
    if (!name.endsWith('.mjs')) continue;
    const text = readFileSync(file, 'utf8');
    if (text.includes(from)) writeFileSync(file, text.replaceAll(from, to));
  }
}

/** The files, but for those of the engine and of its packages, that some modules come from. */
function ownFiles(modules: Iterable<string>): string[] {
  const isOfEngine = (file: string) => file.startsWith(sourceFolder) || /[\\/]node_modules[\\/][^.]/.test(file);
  return [...modules]
    .map((id) => id.replace(/[?#].*$/, ''))
    .filter((file) => path.isAbsolute(file) && !isOfEngine(file) && existsSync(file));
}

/** Says of an environment that it is built, with a module that renders pages of this name. */
const pretendBuilt =
  (entry: string): Builder['build'] =>
  (environment) => {
    environment.isBuilt = true;
    const chunk = { type: 'chunk', fileName: entry, code: '', moduleIds: [] };
    return Promise.resolve({ output: [chunk] } as never);
  };

/**
 * Keeps the bundles of builds. `home`: the folder in which they are kept; `name`: names all that they are made from, once the content has
 * been read, where they may be kept. A site with files of its own beside its content, which Astro copies, is bundled anew.
 */
export function keepBundles(home: () => string, name: () => string | undefined, config: () => AstroConfig) {
  const sources = new Set<string>();
  let known: string | undefined;
  let kept: Bundles | undefined;
  let rendererFolder = '';
  let pages: Setup['pages'] = new Map();
  let entry = '';

  /** Notes the files of which a bundle is made. */
  const plugin: Plugin = {
    name: 'kept-bundles',
    apply: 'build',
    generateBundle() {
      for (const file of ownFiles(this.getModuleIds())) sources.add(file);
    },
  };

  /** Puts the kept bundles where Astro would have made them. */
  const restore = (builder: Builder, { head, renderer, site }: Bundles): Builder => {
    const out = config().outDir;
    rendererFolder = builder.environments.prerender?.config.build.outDir ?? '';
    unpackFolder(renderer, rendererFolder);
    moveModules(rendererFolder, head.out, out.href);
    unpackFolder(site, fileURLToPath(out));
    for (const [key, styles] of Object.entries(head.styles)) Object.assign(pages.get(key) ?? {}, { styles });
    return { ...builder, build: pretendBuilt(head.entry) };
  };

  const watch = (builder: Builder): Builder => ({
    ...builder,
    build: async (environment) => {
      const built = await builder.build(environment);
      if (environment.name !== 'prerender') return built;
      rendererFolder = environment.config.build.outDir;
      entry = readdirSync(rendererFolder).find((file) => file.startsWith('prerender-entry.')) ?? '';
      return built;
    },
  });

  return {
    plugin,
    /** Decides whether this build takes the bundles of an earlier one. */
    setUp({ vite, pages: all, updateConfig }: Setup): void {
      const bundle = vite.builder?.buildApp;
      pages = all;
      known = existsSync(config().publicDir) ? undefined : name();
      kept = known === undefined || ignoresKept ? undefined : readBundles(path.join(home(), known));
      if (bundle === undefined) return;
      const buildApp = (builder: Builder) => bundle(kept ? restore(builder, kept) : watch(builder));
      updateConfig({ builder: { buildApp } });
    },
    /** Keeps what was bundled; to be called before the first page is rendered. */
    keep(): void {
      const isOwn = [...sources].some((file) => !/\.mdx?$/.test(file) && !file.includes('/.astro/'));
      if (kept !== undefined || known === undefined || entry === '' || isOwn) return;
      const out = config().outDir;
      const [renderer, site] = [packFolder(rendererFolder), packFolder(fileURLToPath(out))];
      const head = {
        entry,
        out: out.href,
        styles: Object.fromEntries([...pages].map(([key, page]) => [key, page.styles])),
        whole: digestOf(renderer, site),
      };
      writeBundles(path.join(home(), known), { head, renderer, site });
    },
  };
}
