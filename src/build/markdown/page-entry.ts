import { z } from 'astro/zod';
import { decodePage } from '~/core/page/page-file';
import type { Page } from '~/core/page/page';

/** A page as the build holds it: the part of its front matter that lists show, and all that the build found in it. */
export const pageEntrySchema = z.object({
  description: z.string().default(''),
  lang: z.string().optional(),
  order: z.number().optional(),
  /** Path of the page's file from the folder of the repository; beyond it, it begins with `..`. */
  source: z.string(),
  /** Path of the page's file from the content folder. */
  file: z.string(),
  page: z.custom<Page>((value) => decodePage(value).ok, 'a page'),
  links: z.array(z.object({ item: z.string().optional(), page: z.string(), anchor: z.string().optional() })),
  /** True for a page that needs the styles for reading: it has blocks of code, or what reading-styles.ts names. */
  readingStyles: z.boolean().default(false),
  /** The problems that stop a build, one line each: a development server shows them in the page's place. */
  errors: z.array(z.string()),
});

export type PageEntry = z.output<typeof pageEntrySchema>;
