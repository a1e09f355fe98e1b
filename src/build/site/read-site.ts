import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'astro/zod';
import { listPages } from '~/build/markdown/list-pages';
import { declareValues, expectedValues } from '~/build/markdown/declared-values';
import { language } from '~/build/markdown/language';
import { nearestOf, quoteAll } from '~/build/markdown/nearest';
import { pageIdOf } from '~/build/markdown/page-path';
import { ContentError, type Problem, stops } from '~/build/markdown/problem';
import type { Value } from '~/core/page/page';
import { readYaml } from '~/build/markdown/yaml';

const pages = 'a list of pages, such as runbooks/release';
const page = z.string(pages).transform((value) => pageIdOf(value.replace(/^\.?\//, '').replace(/\/$/, '')));
const entry = 'a page, such as runbooks/release, or `title:` and `pages:`';
const group = z.object({ title: z.string('text'), pages: z.array(page, pages) }, entry);

const brokerAddress = 'the address of a broker, such as wss://broker.example.com/mqtt, without user or password';

/** Accepts secure addresses and this machine: a page from https may use no others. Rejects a password: in a page it is no secret. */
const isBroker = (value: string): boolean => {
  if (!URL.canParse(value)) return false;
  const { protocol, hostname, username, password } = new URL(value);
  const isNear = protocol === 'ws:' && ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
  return (protocol === 'wss:' || isNear) && username === '' && password === '';
};

/** Live rooms: the broker, and the number of days for which it keeps messages. */
const live = z.strictObject(
  {
    broker: z.string(brokerAddress).refine(isBroker, brokerAddress),
    keep: z.int('a number of days, from 1 to 365').min(1).max(365).default(14),
  },
  '`broker:` and `keep:`',
);

const same = 'words that mean the same: a list, or a text with commas between them';
const splitWords = (words: string): string[] => words.split(',').map((word) => word.trim().toLowerCase());
const words = z.union(
  [
    z.string(same).transform(splitWords),
    z.array(z.coerce.string(), same).transform((list) => list.flatMap(splitWords)),
  ],
  same,
);
/** A list of groups, or for each word its synonyms. */
const synonyms = z.union(
  [
    z.array(words, same),
    z
      .record(z.string(), words)
      .transform((map) => Object.entries(map).map(([word, others]) => [word.toLowerCase(), ...others])),
  ],
  `a list; in it ${same}`,
);

/** `content/site.yaml`. Each message names the value that is expected. */
const siteSchema = z.object({
  title: z.string('text').min(1, 'text').default('Runsheet'),
  description: z.string('text').default(''),
  repository: z.union([z.literal(''), z.url()], 'a web address, such as https://example.com/team/runbooks').default(''),
  lang: language.optional(),
  live: live.optional(),
  strict: z.boolean('true or false').default(false),
  synonyms: synonyms.default([]),
  values: z.union([z.record(z.string(), z.unknown()), z.array(z.string())], expectedValues).optional(),
  navigation: z.array(z.union([page, group], entry), `a list; in it ${entry}`).default([]),
});

/** The site, with every default filled in. */
export interface Site {
  title: string;
  description: string;
  /** Web address, or ''. */
  repository: string;
  lang: string;
  /** The broker for live rooms, where there are any. `keep`: days. */
  live?: { broker: string; keep: number } | undefined;
  /** True where the author named the language; else each text runs in its own direction. */
  isLangGiven: boolean;
  /** True where something broken (a link, an image, a page that is left out) stops the build. */
  strict: boolean;
  /** Groups of words that mean the same to the search, in small letters. */
  synonyms: string[][];
  /** The values that every page may name. */
  values: readonly Value[];
  /** Page ids in the order that the author gives; pages that it does not name come after. Without a title: at the top. */
  navigation: { title: string | undefined; pages: string[] }[];
}

/** Reads `site.yaml` of the content folder: its settings and its problems; a missing file means the defaults. */
export function readSiteFile(
  contentDir: string,
  root = process.cwd(),
): { site: Site | undefined; problems: Problem[] } {
  const folder = path.resolve(root, contentDir);
  const file = path.join(folder, 'site.yaml');
  const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const shown = path.relative(root, file).replaceAll(path.sep, '/');
  const reading = { schema: siteSchema, severityOf: () => 'error' as const };
  const { value, problems, lineOf } = readYaml({ text, file: shown, firstLine: 1 }, reading);
  const known = listPages(folder).map(pageIdOf);
  const missing = (value?.navigation ?? []).flatMap((given, i) => {
    const ids = typeof given === 'string' ? [given] : given.pages;
    return ids.flatMap((id, k): Problem[] => {
      if (known.includes(id)) return [];
      const at = typeof given === 'string' ? ['navigation', i] : ['navigation', i, 'pages', k];
      const message = `navigation: expected a page, found \`${id}\`, which is left out. The nearest: ${quoteAll(nearestOf(id, known))}.`;
      return [{ severity: 'broken', file: shown, line: lineOf(at), message }];
    });
  });
  const navigation = value?.navigation.map((given) =>
    typeof given === 'string' ? { title: undefined, pages: [given] } : given,
  );
  const lang = value?.lang;
  const declared = declareValues(value?.values, { file: shown, lineOf });
  const site = value && {
    ...value,
    lang: lang ?? 'en',
    isLangGiven: lang !== undefined,
    values: declared.values,
    navigation: navigation ?? [],
  };
  return { site, problems: [...problems, ...declared.problems, ...missing] };
}

/** The site that `site.yaml` describes. Throws its problems, with file and line, where it cannot be read. */
export function readSite(contentDir: string, root = process.cwd()): Site {
  const { site, problems } = readSiteFile(contentDir, root);
  const errors = problems.filter((problem) => stops(problem, site?.strict ?? false));
  if (errors.length > 0 || !site) throw new ContentError(errors);
  return site;
}
