import { defineCollection } from 'astro/content/config';
import { loadPages } from '~/build/engine';

const contentDir = process.env.CONTENT_DIR ?? 'content';

export const collections = {
  runbooks: defineCollection({ loader: loadPages('runbooks', contentDir) }),
  guides: defineCollection({ loader: loadPages('guides', contentDir) }),
};
