import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'astro/zod';
import { declareValues, expectedValues } from '~/build/markdown/declared-values';
import { chooseFolders, type Folders } from '~/build/markdown/folders';
import { placePages } from '~/build/markdown/list-pages';
import { language } from '~/build/markdown/language';
import { nearestOf, quoteAll } from '~/build/markdown/nearest';
import { pageIdOf } from '~/build/markdown/page-path';
import { ContentError, type Problem, stops } from '~/build/markdown/problem';
import { pathFrom } from '~/build/path-from';
import type { Value } from '~/core/page/page';
import { addBranch } from './edit-address';
import { findPublishedBranch } from './published-branch';
import { readYaml } from '~/build/markdown/yaml';
import { startFolder } from '~/build/start-folder';

const pages = 'a list of pages, such as runbooks/release';
const page = z.string(pages).transform((value) => value.replace(/^\.?\//, '').replace(/\/$/, ''));
const entry = 'a page, such as runbooks/release, or `title:` and `pages:`';
const group = z.object({ title: z.string('text'), pages: z.array(page, pages) }, entry);

const folderName = 'a folder below the content folder, such as ops/runbooks';

/** A folder of pages: from the content folder, without `./` and a slash at its end; `.` is the content folder itself. */
const folder = z
  .string(folderName)
  .transform((value) => path.posix.normalize(value).replace(/^\.?\/?$|\/$/g, ''))
  .refine((value) => !path.isAbsolute(value) && !value.startsWith('..'), folderName);
const folderList = z.union([folder.transform((one) => [one]), z.array(folder, folderName)], folderName);
const folders = z.strictObject(
  { runbooks: folderList.optional(), guides: folderList.optional() },
  '`runbooks:` and `guides:`, each with its folders',
);

const analyticsAddress = 'the address of a script, such as https://stats.example.com/script.js';
const attributeName = 'names of letters, digits and dashes, such as `domain:` for `data-domain`';

/** One script that counts visits: its address, and the attributes that it wants as `data-…`. */
const analytics = z.strictObject(
  {
    script: z.url(analyticsAddress).refine((value) => /^https:\/\//i.test(value), analyticsAddress),
    data: z.record(z.string().regex(/^[a-z][a-z\d-]*$/, attributeName), z.coerce.string()).default({}),
  },
  '`script:` and `data:`',
);

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
  folders: folders.optional(),
  analytics: analytics.optional(),
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
  /** Web address with the branch that is shown there, as `addBranch` writes it, or ''. */
  repository: string;
  lang: string;
  /** The folders of the pages in the content folder. */
  folders: Folders;
  /** The one script of another site that pages load, where the author wants one, and its `data-` attributes. */
  analytics?: { script: string; data: Record<string, string> } | undefined;
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
  /** Page ids, in the order that the author gives; pages that it does not name come after. Without a title: at the top. */
  navigation: { title: string | undefined; pages: string[] }[];
}

/**
 * Says that there is nothing to show, and where it was looked for. A folder that is not there stops the build: the site of nothing would
 * take the place of the last good one.
 */
function findNothing(folder: string, { runbooks, guides }: Folders): Pick<Problem, 'severity' | 'message'> {
  if (!existsSync(folder)) {
    const message = `Expected the content folder, found nothing at \`${folder}\`. CONTENT_DIR names it.`;
    return { severity: 'error', message };
  }
  const places = [...runbooks, ...guides].map((one) => one || '.');
  const message = `Expected Markdown files below the content folder, found none in ${quoteAll(places)}. Put one there, or name their folders as \`folders:\` in \`site.yaml\`.`;
  return { severity: 'broken', message };
}

/** Reads `site.yaml` of the content folder: its settings and its problems; a missing file means the defaults. */
export function readSiteFile(contentDir: string, root = startFolder): { site: Site | undefined; problems: Problem[] } {
  const folder = path.resolve(root, contentDir);
  const file = path.join(folder, 'site.yaml');
  const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const shown = pathFrom(root, file);
  const reading = { schema: siteSchema, severityOf: () => 'error' as const };
  const { value, problems, lineOf } = readYaml({ text, file: shown, firstLine: 1 }, reading);
  const folders = chooseFolders(folder, value?.folders);
  const placed = placePages(folder, folders);
  const known = placed.map(({ contentPath }) => pageIdOf(contentPath));
  // A page is named by its address or, as it lies in the content folder, by its file.
  const byFile = new Map(placed.map(({ file, contentPath }) => [pageIdOf(file), pageIdOf(contentPath)]));
  const idOf = (given: string) => byFile.get(pageIdOf(given)) ?? pageIdOf(given);
  const navigation = (value?.navigation ?? []).map((given) =>
    typeof given === 'string'
      ? { title: undefined, pages: [idOf(given)] }
      : { ...given, pages: given.pages.map((one) => idOf(one)) },
  );
  const report = (at: (string | number)[], message: string): Problem => ({
    severity: 'broken',
    file: shown,
    line: lineOf(at),
    message,
  });
  const missing = navigation.flatMap(({ title, pages: ids }, i) =>
    ids
      .map((id, k) => ({ id, at: title === undefined ? ['navigation', i] : ['navigation', i, 'pages', k] }))
      .filter(({ id }) => !known.includes(id))
      .map(({ id, at }) => {
        const nearest = quoteAll(nearestOf(id, known));
        return report(at, `navigation: expected a page, found \`${id}\`, which is left out. The nearest: ${nearest}.`);
      }),
  );
  const lost = Object.entries(value?.folders ?? {}).flatMap(([kind, given]) =>
    (given ?? [])
      .filter((one) => !existsSync(path.join(folder, one)))
      .map((one) => report(['folders', kind], `folders.${kind}: expected a folder, found nothing at \`${one}\`.`)),
  );
  const empty: Problem[] = placed.length > 0 ? [] : [{ file: shown, line: 1, ...findNothing(folder, folders) }];
  const lang = value?.lang;
  const declared = declareValues(value?.values, { file: shown, lineOf });
  const site = value && {
    ...value,
    repository: value.repository && addBranch(value.repository, findPublishedBranch(folder)),
    folders,
    lang: lang ?? 'en',
    isLangGiven: lang !== undefined,
    values: declared.values,
    navigation,
  };
  return { site, problems: [...problems, ...declared.problems, ...missing, ...lost, ...empty] };
}

/** The site that `site.yaml` describes. Throws its problems, with file and line, where it cannot be read. */
export function readSite(contentDir: string, root = startFolder): Site {
  const { site, problems } = readSiteFile(contentDir, root);
  const errors = problems.filter((problem) => stops(problem, site?.strict ?? false));
  if (errors.length > 0 || !site) throw new ContentError(errors);
  return site;
}
