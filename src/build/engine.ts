/* The parts of the engine that astro.config.mjs and src/content.config.ts need: one module, compiled and loaded once (load-engine.mjs). */
export { loadPages } from '~/build/markdown/loader';
export { loadedPages } from '~/build/markdown/loaded-pages';
export { runsheetMarkdown } from '~/build/markdown/plugin';
export { pageFiles } from '~/build/site/page-files';
export { readSite } from '~/build/site/read-site';
export { revisions } from '~/build/site/record-revisions';
export { hostFiles } from '~/build/output/host-files';
export { inlineScripts } from '~/build/output/inline-scripts';
export { lightImports } from '~/build/output/light-imports';
export { lightenPages } from '~/build/output/lighten-pages';
export { pagePolicy } from '~/build/output/page-policy';
export { offline } from '~/build/output/offline';
export { searchIndex } from '~/build/search/search-index';
export { publishing } from '~/build/output/publish';
export { sitemap } from '~/build/output/sitemap';
export { preactIslands } from '~/build/output/preact-islands';
