import { defineCollection } from 'astro:content';
import { z } from 'astro/zod';
import { loadPages } from '~/build/markdown/loader';

const contentDir = process.env.CONTENT_DIR ?? 'content';

/**
 * What pages may rely on. Wrong values never come here: the loader has stopped with file and line (src/build/markdown/front-matter.ts),
 * which Astro's own check could not name.
 */
const schema = z.looseObject({
  title: z.string().optional().catch(undefined),
  description: z.string().optional().catch(undefined),
  lang: z.string().optional().catch(undefined),
  order: z.number().optional().catch(undefined),
  roles: z.array(z.string()).optional().catch(undefined),
  reviewed: z.coerce.date().optional().catch(undefined),
});

export const collections = {
  runbooks: defineCollection({ loader: loadPages('runbooks', contentDir), schema }),
  guides: defineCollection({ loader: loadPages('guides', contentDir), schema }),
};
