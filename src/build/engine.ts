/* What astro.config.mjs needs of the engine: loaded as one, because each load starts anew. */
export { runsheetMarkdown } from '~/build/markdown/plugin';
export { readSite } from '~/build/site/read-site';
export { lightImports } from '~/build/output/light-imports';
export { offline } from '~/build/output/offline';
export { replaceWhenDone } from '~/build/output/replace-when-done';
export { searchIndex } from '~/build/search/search-index';
export { sitemap } from '~/build/output/sitemap';
export { slimPages } from '~/build/output/slim-pages';
