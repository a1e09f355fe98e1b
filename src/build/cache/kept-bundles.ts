import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroConfig, HookParameters } from 'astro';
import { z } from 'astro/zod';
import type { Plugin } from 'vite';
import { sourceFolder } from '~/build/source-folder';
import { ignoresKept } from './build-cache';
import { digestOf } from './digest';
import { keepNewest } from './keep-newest';
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

interface Kept {
  head: Head;
  /** The module that renders pages and its parts; what else is there before the first page is rendered. */
  renderer: Buffer;
  site: Buffer;
}

/** At most this many bundles are kept: a megabyte and a half each. */
const most = 8;

function read(folder: string): Kept | undefined {
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
function write(folder: string, { head, renderer, site }: Kept): void {
  const draft = `${folder}.${process.pid}.draft`;
  mkdirSync(draft, { recursive: true });
  writeFileSync(path.join(draft, 'renderer'), renderer);
  writeFileSync(path.join(draft, 'site'), site);
  writeFileSync(path.join(draft, 'head.json'), JSON.stringify(head));
  rmSync(folder, { recursive: true, force: true });
  renameSync(draft, folder);
  keepNewest(path.dirname(folder), most);
}

/** Writes an address in the modules of a folder as another. */
function moveModules(folder: string, from: string, to: string): void {
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const file = path.join(folder, name);
    if (!name.endsWith('.mjs')) continue;
    const text = readFileSync(file, 'utf8');
    if (text.includes(from)) writeFileSync(file, text.replaceAll(from, to));
  }
}

/**
 * Keeps the bundles of builds. `home`: the folder in which they are kept; `name`: names all that they are made from, once the content has
 * been read, where they may be kept. A site with files of its own beside its content, which Astro copies, is bundled anew.
 */
export function keepBundles(home: () => string, name: () => string | undefined, config: () => AstroConfig) {
  const sources = new Set<string>();
  let known: string | undefined;
  let kept: Kept | undefined;
  let rendererFolder = '';
  let pages: Setup['pages'] = new Map();
  let entry = '';

  /** Notes the files of which a bundle is made, but for those of the engine and of its packages. */
  const plugin: Plugin = {
    name: 'kept-bundles',
    apply: 'build',
    generateBundle() {
      for (const id of this.getModuleIds()) {
        const file = id.replace(/[?#].*$/, '');
        const isOfEngine = file.startsWith(sourceFolder) || /[\\/]node_modules[\\/][^.]/.test(file);
        if (path.isAbsolute(file) && !isOfEngine && existsSync(file)) sources.add(file);
      }
    },
  };

  /** Puts the kept bundles where Astro would have made them; tells it the name of the module that renders. */
  const restore = (builder: Builder, { head, renderer, site }: Kept): Builder => {
    const out = config().outDir;
    rendererFolder = builder.environments.prerender?.config.build.outDir ?? '';
    unpackFolder(renderer, rendererFolder);
    moveModules(rendererFolder, head.out, out.href);
    unpackFolder(site, fileURLToPath(out));
    for (const [key, styles] of Object.entries(head.styles)) Object.assign(pages.get(key) ?? {}, { styles });
    return {
      ...builder,
      build: (environment) => {
        environment.isBuilt = true;
        const chunk = { type: 'chunk', fileName: head.entry, code: '', moduleIds: [] };
        return Promise.resolve({ output: [chunk] } as never);
      },
    };
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
      kept = known === undefined || ignoresKept ? undefined : read(path.join(home(), known));
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
      write(path.join(home(), known), { head, renderer, site });
    },
  };
}
