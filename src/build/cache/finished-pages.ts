import { z } from 'astro/zod';
import type { BuildCache } from './build-cache';
import { digestOf } from './digest';

const scriptSchema = z.object({ name: z.string(), code: z.string() });

/** A rendered file as it is published, and a script that it names and that is written once for all pages. */
export interface Finished {
  text: string;
  script?: z.infer<typeof scriptSchema> | undefined;
}

/** The same as it is kept: the text before and after its style, which is half of it and that of many pages, and the name of the style. */
const keptSchema = z.object({
  before: z.string(),
  style: z.string(),
  after: z.string(),
  script: scriptSchema.optional(),
});

/** Keeps finished pages by their names, and each of their styles once. */
export function keepFinished(cache: BuildCache) {
  const styles = new Map<string, string>();
  const names = new Map<string, string>();
  const know = (name: string, style: string): void => {
    styles.set(name, style);
    names.set(style, name);
  };
  const readStyle = (name: string): string | undefined => {
    const style = styles.get(name) ?? z.string().safeParse(cache.read(name)).data;
    if (style !== undefined) know(name, style);
    return style;
  };
  const writeStyle = (style: string): string => {
    const known = names.get(style);
    if (known !== undefined) return known;
    const name = digestOf('style', style);
    cache.write(name, style);
    know(name, style);
    return name;
  };
  return {
    read(key: string): Finished | undefined {
      const kept = keptSchema.safeParse(cache.read(key)).data;
      const style = kept && readStyle(kept.style);
      return kept && style !== undefined ? { text: kept.before + style + kept.after, script: kept.script } : undefined;
    },
    write(key: string, { text, script }: Finished): void {
      const start = Math.max(0, text.indexOf('<style>'));
      const end = Math.max(start, text.indexOf('</style>'));
      const style = writeStyle(text.slice(start, end));
      cache.write(key, { before: text.slice(0, start), style, after: text.slice(end), script });
    },
  };
}
