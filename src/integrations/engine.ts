/* What astro.config.mjs needs of the engine: loaded as one, because each load starts anew. */
export { runsheetMarkdown } from '~/markdown/plugin';
export { readSite } from '~/markdown/site';
export { lightImports } from './light-imports';
export { offline } from './offline';
export { searchIndex } from './search-index';
export { sitemap } from './sitemap';
export { slimPages } from './slim-pages';
