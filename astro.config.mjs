import path from 'node:path';
import { fileURLToPath } from 'node:url';
import mdx from '@astrojs/mdx';
import { satteri } from '@astrojs/markdown-satteri';
import { loadEngine } from './src/build/load-engine.mjs';

const { engine, sharing } = await loadEngine();
const {
  hostFiles,
  inlineScripts,
  lightImports,
  lightenPages,
  offline,
  pageFiles,
  pagePolicy,
  preactIslands,
  publishing,
  readSite,
  revisions,
  runsheetMarkdown,
  searchIndex,
  sitemap,
} = engine;

const base = process.env.BASE_PATH || '/';
/** The content and the finished site are looked for from where the build was started, wherever the engine lies. */
const contentDir = process.env.CONTENT_DIR ?? 'content';
const outDir = path.resolve(process.env.OUT_DIR ?? 'dist');
const site = readSite(contentDir);

/** Live rooms, where the site names a broker or `npm run live` does: only then is anything of them built, and allowed. */
const broker = process.env.LIVE_BROKER ?? site.live?.broker;
const live = broker && { broker, keep: site.live?.keep ?? 14 };

const policy = pagePolicy({ broker: live?.broker, script: site.analytics?.script });

/**
 * The browser's code, one chunk a folder, because a folder is a moment of loading. Each takes along what it imports statically and
 * no folder before it has taken, so the order is that of loading: whatever a later moment needs too is there by then.
 */
const moments = [
  ...[
    'node_modules/preact',
    'src/client/page',
    'src/client/sheet',
    'src/client/bar',
    'src/client/acts',
    'src/core/page',
    'src/core/snapshot',
    'src/client/desk',
  ],
  ...[
    'src/client/keep',
    'src/client/values',
    'src/client/follow',
    'src/client/late',
    'src/client/share',
    'src/client/import',
    'src/client/runs',
    'src/client/timeline',
    'src/client/search',
    'src/client/answer',
    'src/client/live',
    'node_modules/mqtt',
  ],
];
const chunks = moments.map((folder, i) => ({
  // What core/page still holds when the sheet has taken its part are the names of items, which tell them apart.
  name: folder === 'src/core/page' ? 'names' : folder.split('/').at(-1),
  test: new RegExp(`/${folder}/`),
  priority: moments.length - i,
}));

/** Scripts' names are loaded too: pages and scripts hold some forty of them. Astro's are long, and digits do not compress. */
const script = ({ name }) => `_astro/${name.split('.')[0]}.[hash:7].js`;

/**
 * Without `defineConfig`, which returns what it is given: Node would load two hundred modules with it.
 * @type {import('astro').AstroUserConfig}
 */
export default {
  site: process.env.SITE_URL || undefined,
  base,
  trailingSlash: 'always',
  outDir,
  integrations: [
    sharing,
    mdx(),
    preactIslands(),
    inlineScripts(),
    lightenPages(),
    pageFiles(),
    sitemap(),
    searchIndex(),
    hostFiles(),
    offline(),
    revisions(),
    publishing(contentDir, site.folders),
  ],
  markdown: {
    processor: satteri(runsheetMarkdown({ ...site, contentDir, base })),
    syntaxHighlight: false,
  },
  build: { inlineStylesheets: 'always' },
  devToolbar: { enabled: false },
  security: {
    csp: {
      directives: policy.directives,
      scriptDirective: { resources: policy.scripts },
    },
  },
  vite: {
    // Pages in MDX may lie in a folder that has no packages beside it: what they are compiled to imports these.
    resolve: { alias: { '~': fileURLToPath(new URL('./src', import.meta.url)) }, dedupe: ['astro', 'preact'] },
    server: { fs: { allow: [fileURLToPath(new URL('.', import.meta.url)), path.resolve(contentDir)] } },
    define: {
      'import.meta.env.LIVE_BROKER': live ? JSON.stringify(live.broker) : 'undefined',
      'import.meta.env.LIVE_KEEP': live ? String(live.keep) : 'undefined',
    },
    plugins: [lightImports()],
    environments: {
      client: { build: { rolldownOptions: { output: { entryFileNames: script, chunkFileNames: script } } } },
    },
    build: {
      modulePreload: false,
      cssTarget: ['chrome123', 'firefox121', 'safari17.5'],
      rolldownOptions: {
        output: {
          codeSplitting: { groups: chunks },
        },
      },
    },
  },
};
