import { sendFor } from '~/client/acts/search-preload';
import { pageLanguage } from '~/client/page/site-base';
import { chunkOf } from '~/core/search/chunk-of';
import { wordsToLookUp } from '~/core/search/find';
import { loadStartList } from './load-start-list';
import { ownIndex } from './start-list';

/*
 * Sends for the chunks of the index that a question needs while Pagefind's program is still on its way: Pagefind, which asks for them
 * once it runs, then gets these very answers. A chunk that was not foreseen costs a request more, and nothing else.
 */

const sent = new Set<string>();

/** Sends for what a question needs of the index of the page's language. */
export async function sendAhead(query: string, literal: boolean): Promise<void> {
  const { languages, synonyms } = await loadStartList();
  const language = pageLanguage();
  const own = ownIndex(languages, language);
  if (own === undefined) return;
  const asked = { query, language, languages: languages.map((one) => one.language), synonyms, literal };
  const files = wordsToLookUp(asked).flatMap((word) => chunkOf(word, own.chunks) ?? []);
  const fresh = [...new Set(files)].filter((file) => !sent.has(file));
  for (const file of fresh) sent.add(file);
  sendFor(fresh.map((file) => `${own.folder}index/${file}.pf_index`));
}
