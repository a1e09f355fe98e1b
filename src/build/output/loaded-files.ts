import { readFileSync } from 'node:fs';
import path from 'node:path';
import { languageOf } from '~/words/language-of';

const named = /_astro\/([\w.-]+\.(?:js|css))/g;
const beside = /["'`]\.\/([\w.-]+\.(?:js|css))["'`]/g;

/** The scripts and styles below `_astro/` that a text names, by their names; scripts name their neighbours by "./". */
const namesIn = (text: string): string[] =>
  [...text.matchAll(named), ...text.matchAll(beside)].map(([, name = '']) => name);

/** The elements of a finished page that name scripts and styles; in its prose and in its styles, "<" is written otherwise. */
const naming = /<script[\s>][^]*?<\/script>|<(?:link|astro-island)\s(?:"[^"]*"|'[^']*'|[^>"'])*>/g;

/** Reads a finished page's language ("en" of "en-GB"), and the names of the scripts and styles that its elements load. */
const readPage = (html: string): { language: string; names: string[] } => ({
  language: languageOf(/<html[^>]*\slang="?([\w-]+)/.exec(html)?.[1] ?? ''),
  names: namesIn((html.match(naming) ?? []).join('\n')),
});

/**
 * The names of the scripts and styles below `_astro/` of a finished site, with these files, that some page can come to
 * load: those that a page names, and those that these name in turn. Of the interface's words, which are there in
 * several languages, only those of its pages' languages count; the first language is that of pages in any other.
 */
export function findLoaded(site: string, files: readonly string[], languages: readonly string[]): Set<string> {
  const pages = files
    .filter((file) => file.endsWith('.html'))
    .map((page) => readPage(readFileSync(path.join(site, page), 'utf8')));
  const spoken = new Set(
    pages.map(({ language }) => language).map((one) => (languages.includes(one) ? one : languages[0])),
  );
  const unspoken = languages.filter((language) => !spoken.has(language));
  const isUnspoken = (name: string) => unspoken.some((language) => name.startsWith(`${language}.`));
  const code = new Set(files.flatMap((file) => /^_astro\/([^/]+\.(?:js|css))$/.exec(file)?.[1] ?? []));
  const loaded = new Set<string>();
  const open = pages.flatMap(({ names }) => names);
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (loaded.has(name) || !code.has(name) || isUnspoken(name)) continue;
    loaded.add(name);
    open.push(...namesIn(readFileSync(path.join(site, '_astro', name), 'utf8')));
  }
  return loaded;
}
