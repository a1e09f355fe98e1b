import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { z } from 'astro/zod';
import { close, createIndex } from 'pagefind';
import { shortDigest } from '~/build/cache/digest';
import { listFiles } from '~/build/list-files';
import { groupBy } from '~/core/group-by';
import { lackedBy } from '~/core/search/foreign';
import { writePlaces } from '~/core/search/places';
import { signature } from '~/core/search/pagefind-signature';
import type { Synonyms } from '~/core/search/synonyms';
import { foldWord } from '~/core/search/tokens';
import { languageOf } from '~/words/language-of';
import { fieldWords } from './field-words';
import { foreignWords } from './foreign-words';
import type { KeptSearch } from './kept-search';
import { readChunks } from './read-chunks';
import { cutHead, readPage, type ReadPage } from './read-page';
import { spellPage } from './spell';

/*
 * The search index: `pagefind/` below the site. It is Pagefind's own index as Pagefind writes it, one for each language, since each
 * language has its own stems: that of the language with the most pages at the top, the others each in a folder of its name. Beside it stand
 *
 *   start.json           the languages, the first files that a search in each needs, and where in the index its words are
 *   search-worker.js     Pagefind's script and what answers this site's pages, as a worker (search-worker.ts)
 *   places/….pf_places   the places of pages: all pages in one file where they are few, else a file a page
 *   texts/….pf_text      the text of a page, a file a page: an excerpt is cut from it once its result is shown
 *   words-….pf_words     all words of a language, the most frequent first: to tell a typo from a beginning
 *   foreign-….pf_words   words of a language that the site lacks, and what they mean in those that it has
 */

/** Interfaces of Pagefind's own, which this site does not use. */
const unused = ['component-ui', 'modular-ui', 'ui']
  .flatMap((name) => [`pagefind-${name}.js`, `pagefind-${name}.css`])
  .concat('pagefind-highlight.js', 'pagefind-worker.js');

/** The program for languages without stems, which Pagefind writes beside that of the language. */
const plainProgram = 'wasm.unknown.pagefind';

const kinds: Record<string, string> = { runbooks: 'runbook', guides: 'guide' };

/** Up to this many pages, the places of all are one file: small enough to cost less than the requests that it saves. */
const fewPages = 64;

/**
 * The amount of the index in one file, in Pagefind's measure: about 4 kB instead of 32, so that a word costs little on a slow
 * line. Pagefind takes it from the environment alone, and calls it unstable: a version that does not know it is slower, not wrong.
 */
const chunkSize = '2000';

/** Up to this many chunks of the index are told in `start.json`: about 8 bytes each, packed, that every search loads first. */
const mostChunks = 1000;

interface Page extends ReadPage {
  /** The page's id, as in `runbooks/release`. */
  page: string;
  kind: string;
}

const listSchema = z.looseObject({
  languages: z.record(z.string(), z.looseObject({ hash: z.string(), wasm: z.string().nullish() })),
});
const fragmentSchema = z.looseObject({ url: z.string() });
/** A file of Pagefind's, unpacked, without the signature that it begins with. */
const readUnpacked = (file: string): Buffer => gunzipSync(readFileSync(file)).subarray(signature.length);

/** Pagefind's name for each page, which is that of its fragment, by the page's address. */
function readIds(folder: string): Map<string, string> {
  const names = readdirSync(path.join(folder, 'fragment'));
  return new Map(
    names.map((name) => {
      const text = readUnpacked(path.join(folder, 'fragment', name)).toString();
      return [fragmentSchema.parse(JSON.parse(text)).url, path.parse(name).name];
    }),
  );
}

function writeZipped(file: string, text: string): void {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, gzipSync(text));
}

/** All words of some pages, the most frequent first. Words with digits, and letters of scripts without spaces, are never corrected. */
function listWords(pages: readonly Page[]): string {
  const typed = new Map<string, number>();
  for (const { words } of pages)
    for (const { own, body } of words)
      for (const word of `${own} ${body}`.split(' ')) typed.set(word, (typed.get(word) ?? 0) + 1);
  const counts = new Map<string, number>();
  for (const [word, count] of typed) {
    const folded = foldWord(word);
    if (folded.length > 1 && /^\p{L}+$/u.test(folded)) counts.set(folded, (counts.get(folded) ?? 0) + count);
  }
  return [...counts]
    .toSorted(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
    .map(([word]) => word)
    .join('\n');
}

/** Writes the index of one language; returns its entry in `start.json`. */
async function writeLanguage(folder: string, language: string, pages: readonly Page[]) {
  const { index, errors } = await createIndex({ forceLanguage: language });
  if (index === undefined) throw new Error(`The search index could not be started: ${errors.join('; ')}`);
  const addressOf = (page: string) => `/${encodeURI(page)}/`;
  for (const page of pages) {
    const answer = await index.addHTMLFile({ url: addressOf(page.page), content: spellPage(page, page.kind) });
    if (answer.errors.length > 0)
      throw new Error(`The search index could not read ${page.page}: ${answer.errors.join('; ')}`);
  }
  await index.writeFiles({ outputPath: folder });
  await index.deleteIndex();
  for (const name of unused) rmSync(path.join(folder, name), { force: true });

  const ids = readIds(folder);
  const places = pages.map((page) => {
    const id = ids.get(addressOf(page.page));
    if (id === undefined) throw new Error(`Pagefind kept no page of the address ${addressOf(page.page)}.`);
    writeZipped(path.join(folder, `texts/${id}.pf_text`), JSON.stringify(page.bodies));
    return [id, writePlaces(page, page.rows)] as const;
  });
  const few = pages.length <= fewPages;
  const all = JSON.stringify(Object.fromEntries(places));
  const group = `places/all-${shortDigest(all)}.pf_places`;
  if (few) writeZipped(path.join(folder, group), all);
  else
    for (const [id, place] of places)
      writeZipped(path.join(folder, `places/${id}.pf_places`), JSON.stringify({ [id]: place }));
  const words = listWords(pages);
  const wordsFile = `words-${shortDigest(words)}.pf_words`;
  writeZipped(path.join(folder, wordsFile), words);

  const list = listSchema.parse(JSON.parse(readFileSync(path.join(folder, 'pagefind-entry.json'), 'utf8')));
  const [entry] = Object.values(list.languages);
  if (entry === undefined) throw new Error('Pagefind wrote an index without a language. Is another version installed?');
  if (entry.wasm) rmSync(path.join(folder, plainProgram));
  const meta = `pagefind.${entry.hash}.pf_meta`;
  const chunks = readChunks(readUnpacked(path.join(folder, meta)));
  return {
    language,
    pages: pages.length,
    files: [meta, `wasm.${entry.wasm ?? 'unknown'}.pagefind`],
    chunks: chunks.length > mostChunks ? '' : chunks.flat().join(' '),
    places: few ? group : '',
    words: wordsFile,
  };
}

export interface IndexOptions {
  /** The language of pages that name none. */
  lang: string;
  synonyms: Synonyms;
  /** The findings of earlier builds. */
  kept?: KeptSearch;
}

/** Reads the finished pages of a site. */
const readPages = (site: string, kept: KeptSearch | undefined): Page[] =>
  listFiles(site)
    .filter((file) => /^(?:runbooks|guides)\//.test(file) && path.basename(file) === 'index.html')
    .map((file) => {
      const page = path.dirname(file);
      const html = cutHead(readFileSync(path.join(site, file), 'utf8'));
      const read = kept ? kept.readPage(html) : readPage(html);
      return { page, kind: kinds[page.split('/')[0] ?? ''] ?? '', ...read };
    });

/** Writes the index of some pages into a folder. */
async function writeFolder(folder: string, pages: readonly Page[], { lang, synonyms }: IndexOptions): Promise<void> {
  const languageIn = (page: Page) => languageOf(page.lang || lang);
  const languages = [...groupBy(pages, languageIn)].toSorted(([, a], [, b]) => b.length - a.length);
  process.env.PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE = chunkSize;
  const list = [];
  for (const [language, own] of languages) {
    const sub: string = list.length === 0 ? '' : `${language}/`;
    list.push({ folder: sub, ...(await writeLanguage(path.join(folder, sub), language, own)) });
  }
  await close();
  mkdirSync(folder, { recursive: true });
  const names = languages.map(([language]) => language);
  const foreign = lackedBy(names) === undefined ? '' : `foreign-${shortDigest(foreignWords)}.pf_words`;
  if (foreign !== '') writeZipped(path.join(folder, foreign), foreignWords);
  writeFileSync(
    path.join(folder, 'start.json'),
    JSON.stringify({ languages: list, foreign, synonyms: [...synonyms, ...fieldWords(names)] }),
  );
}

/** Builds the search index of a finished site; returns the number of its pages. */
export async function writeIndex(site: string, options: IndexOptions): Promise<number> {
  const { lang, synonyms, kept } = options;
  const pages = readPages(site, kept);
  const folder = path.join(site, 'pagefind');
  const write = () => writeFolder(folder, pages, options);
  const texts = pages.map(({ page, lang, places, bodies }) => [page, lang, places, bodies]);
  if (kept) await kept.reuse(folder, JSON.stringify([lang, synonyms, texts]), write);
  else await write();
  return pages.length;
}
