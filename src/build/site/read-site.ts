import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'astro/zod';
import { listPages } from '~/build/check/check';
import { language } from '~/build/markdown/language';
import { nearestOf, quoteAll } from '~/build/markdown/nearest';
import { pageIdOf } from '~/build/markdown/page-path';
import { ContentError, type Problem } from '~/build/markdown/problem';
import { readYaml } from '~/build/markdown/yaml';

const pages = 'a list of pages, such as runbooks/release';
const page = z.string(pages).transform((value) => pageIdOf(value.replace(/^\.?\//, '').replace(/\/$/, '')));
const entry = 'a page, such as runbooks/release, or `title:` and `pages:`';
const group = z.object({ title: z.string('text'), pages: z.array(page, pages) }, entry);

const same = 'words that mean the same: a list, or a text with commas between them';
const splitWords = (words: string): string[] => words.split(',').map((word) => word.trim().toLowerCase());
const words = z.union(
  [
    z.string(same).transform(splitWords),
    z.array(z.coerce.string(), same).transform((list) => list.flatMap(splitWords)),
  ],
  same,
);
/** A list of groups, or for each word what means the same. */
const synonyms = z.union(
  [
    z.array(words, same),
    z
      .record(z.string(), words)
      .transform((map) => Object.entries(map).map(([word, others]) => [word.toLowerCase(), ...others])),
  ],
  `a list; in it ${same}`,
);

/** `content/site.yaml`. Each message says what is expected. */
const siteSchema = z.object({
  title: z.string('text').min(1, 'text').default('Runsheet'),
  description: z.string('text').default(''),
  repository: z.union([z.literal(''), z.url()], 'a web address, such as https://example.com/team/runbooks').default(''),
  lang: language.default('en'),
  synonyms: synonyms.default([]),
  navigation: z.array(z.union([page, group], entry), `a list; in it ${entry}`).default([]),
});

/** The site, with every default filled in. */
export interface Site {
  title: string;
  description: string;
  /** Web address, or ''. */
  repository: string;
  lang: string;
  /** Groups of words that mean the same to the search, in small letters. */
  synonyms: string[][];
  /** Page ids in the order that the author gives; pages that it does not name come after. Without a title: at the top. */
  navigation: { title: string | undefined; pages: string[] }[];
}

/** Reads `site.yaml` of the content folder; a missing one means the defaults. Throws what is wrong, with file and line. */
export function readSite(contentDir: string, root = process.cwd()): Site {
  const folder = path.resolve(root, contentDir);
  const file = path.join(folder, 'site.yaml');
  const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const shown = path.relative(root, file).replaceAll(path.sep, '/');
  const { value, problems, lineOf } = readYaml({ text, file: shown, firstLine: 1 }, siteSchema);
  const known = listPages(folder).map(pageIdOf);
  const missing = (value?.navigation ?? []).flatMap((given, i) => {
    const ids = typeof given === 'string' ? [given] : given.pages;
    return ids.flatMap((id, k): Problem[] => {
      if (known.includes(id)) return [];
      const at = typeof given === 'string' ? ['navigation', i] : ['navigation', i, 'pages', k];
      const message = `navigation: expected a page, found \`${id}\`. The nearest: ${quoteAll(nearestOf(id, known))}.`;
      return [{ severity: 'error', file: shown, line: lineOf(at), message }];
    });
  });
  const errors = [...problems.filter(({ severity }) => severity === 'error'), ...missing];
  if (errors.length > 0 || !value) throw new ContentError(errors);
  const navigation = value.navigation.map((given) =>
    typeof given === 'string' ? { title: undefined, pages: [given] } : given,
  );
  return { ...value, navigation };
}
