import { defineCollection } from 'astro:content';
import { loadPages, pageEntrySchema } from '~/build/engine';

const contentDir = process.env.CONTENT_DIR ?? 'content';

export const collections = {
  runbooks: defineCollection({ loader: loadPages('runbooks', contentDir), schema: pageEntrySchema }),
  guides: defineCollection({ loader: loadPages('guides', contentDir), schema: pageEntrySchema }),
};
