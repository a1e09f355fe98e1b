import { fileURLToPath } from 'node:url';
import mdx from '@astrojs/mdx';
import { satteri } from '@astrojs/markdown-satteri';
import preact from '@astrojs/preact';
import { defineConfig } from 'astro/config';
import { runnerImport } from 'vite';

const alias = { '~': fileURLToPath(new URL('./src', import.meta.url)) };
const { module: engine } = await runnerImport('./src/integrations/engine.ts', {
  resolve: { alias },
  configFile: false,
});
const { runsheetMarkdown, readSite, lightImports, offline, searchIndex, sitemap, slimPages } = engine;

const base = process.env.BASE_PATH ?? '/';
const contentDir = process.env.CONTENT_DIR ?? 'content';

/** What a page with a checklist runs before the first tick, as one file: it compresses better than its parts. */
const firstTick =
  /node_modules\/nanostores\/|src\/(stores\/(run|fields|shelf|preferences|clock)|words\/say|core\/(once-each|result|text|checklist\/(page|outline|structure|segments)|run\/(entry|run|marks|progress|current|contingency|record|view))|islands\/(start-checklist|add-buttons|reflect|reflect-bar|counts|paint-row|read-page|clock-text|mark|early-changes|fields|link-in-address|page-words|when-free))\.[jt]s/;

/** Scripts' names are loaded too: pages and scripts hold some forty of them. Astro's are long, and digits do not compress. */
const script = ({ name }) => `_astro/${name.split('.')[0]}.[hash:7].js`;

export default defineConfig({
  site: process.env.SITE_URL,
  base,
  trailingSlash: 'always',
  outDir: process.env.OUT_DIR ?? 'dist',
  integrations: [mdx(), preact(), slimPages(), sitemap(), searchIndex(), offline()],
  markdown: {
    processor: satteri(runsheetMarkdown({ contentDir, base, lang: readSite(contentDir).lang })),
    syntaxHighlight: false,
  },
  build: { inlineStylesheets: 'always' },
  devToolbar: { enabled: false },
  security: {
    csp: {
      directives: [
        "default-src 'self'",
        "img-src 'self' data: https:",
        "object-src 'none'",
        "base-uri 'none'",
        "form-action 'none'",
      ],
      scriptDirective: { resources: ["'self'", "'wasm-unsafe-eval'"] },
    },
  },
  vite: {
    resolve: { alias },
    plugins: [lightImports()],
    environments: {
      client: { build: { rolldownOptions: { output: { entryFileNames: script, chunkFileNames: script } } } },
    },
    build: {
      modulePreload: false,
      cssTarget: ['chrome123', 'firefox121', 'safari17.5'],
      rolldownOptions: {
        output: {
          codeSplitting: {
            groups: [
              { name: 'first-tick', test: firstTick },
              { name: 'preact', test: /node_modules\/preact\// },
              // Wanted together, and small: each file more is a name and an answer more to wait for.
              { name: 'load', test: /src\/(words\/load|islands\/(panel-styles|style-loader|announce))\.ts/ },
              { name: 'open-panel', test: /src\/islands\/open-panel\.tsx/ },
              {
                name: 'history',
                test: /src\/(core\/(run\/(gone|log|people|holds|ending)|checklist\/words-of)|stores\/shelf-list|islands\/(tally|when-text|earlier-run))\.ts/,
              },
              {
                name: 'acts',
                test: /src\/(stores\/(acts|take-back)|islands\/(announcements|ask|ask-name|come-back|filter|keyboard|page-acts|row-acts))\.tsx?/,
              },
              { name: 'snapshot', test: /src\/core\/snapshot\// },
              { name: 'holds', test: /src\/islands\/reflect-(holds|contingency)\.ts/ },
              {
                name: 'follow',
                test: /src\/islands\/(nothing-open|page-changes|paper|propose-times|resume|Tray)\.tsx?/,
              },
            ],
          },
        },
      },
    },
  },
});
