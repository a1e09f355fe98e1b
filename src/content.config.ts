import { defineCollection } from 'astro:content';
import { loadPages } from '~/build/markdown/loader';
import { pageEntrySchema } from '~/build/markdown/page-entry';

const contentDir = process.env.CONTENT_DIR ?? 'content';

export const collections = {
  runbooks: defineCollection({ loader: loadPages('runbooks', contentDir), schema: pageEntrySchema }),
  guides: defineCollection({ loader: loadPages('guides', contentDir), schema: pageEntrySchema }),
};
