import type { Request } from '~/client/acts/search-worker';
import { chunkOf } from '~/core/search/chunk-of';
import { find, wordsToLookUp, type Answer } from '~/core/search/find';
import { remember } from '~/core/search/remember';
import { thesaurusFor } from '~/core/search/synonyms';
import { openIndex, type OpenIndex, type Source } from './open-index';
import { ownIndex, type IndexList, type StartList } from '~/core/search/start-list';

/*
 * The engine answers questions from the indexes of a site, by `find`. It runs in the search's worker, beside Pagefind; where the browser has no
 * workers, it runs in the page.
 */

export interface Engine {
  /** Answers a question; once nobody waits for the answer any more, it may be empty. Rejects where there is no index. */
  ask: (request: Request, isStale: () => boolean) => Promise<Answer>;
}

/** The source of the index's files; `send` has some fetched that will be asked for soon. */
export interface EngineSource extends Source {
  send: (addresses: readonly string[]) => void;
}

/** Opens the index of a page's language at once, and those of the others after it. */
export function openEngine(
  { languages, foreign, synonyms }: StartList,
  language: string,
  source: EngineSource,
): Engine {
  const names = languages.map((one) => one.language);
  const own = ownIndex(languages, language);
  if (own === undefined) throw new Error('The search has no language.');
  const open = () => {
    const first = openIndex(own, source);
    const others = first.then(() =>
      Promise.all(languages.filter((one) => one !== own).map((one) => openIndex(one, source))),
    );
    others.catch(() => undefined);
    return { first, others };
  };
  let opened: ReturnType<typeof open> | undefined = open();
  // Made while the files are on their way, not while somebody waits for an answer.
  setTimeout(() => thesaurusFor([...new Set([language, ...names])], synonyms));

  const textOf = remember(source.text);
  const sent = new Set<string>();
  /**
   * Sends for the chunks of the index that words stand in, and for the list of all words, while Pagefind, which asks
   * for them once it runs, is still on its way.
   */
  const sendAhead = ({ folder, chunks, words: allWords }: IndexList, words: readonly string[]) => {
    const parts = words.flatMap((word) => chunkOf(word, chunks) ?? []).map((name) => `index/${name}.pf_index`);
    const files = [...new Set([...parts, allWords])].filter((file) => !sent.has(file));
    for (const file of files) sent.add(file);
    source.send(files.map((file) => source.folder + folder + file));
  };
  /** True once a question was answered: until then Pagefind may still be on its way, though it calls itself ready. */
  let isAwake = false;

  return {
    ask: async ({ query, everywhere, kind, literal, mostPages }, isStale) => {
      const fetchForeign = foreign === '' ? undefined : () => textOf(source.folder + foreign);
      const asked = { query, language, languages: names, synonyms, foreign: fetchForeign, literal, mostPages, isStale };
      if (!isAwake) sendAhead(own, wordsToLookUp(asked));
      const present = (opened ??= open());
      try {
        const first = await present.first;
        const indexes: OpenIndex[] = everywhere ? [first, ...(await present.others)] : [first];
        const answer = await find(
          asked,
          indexes.map((index) => index.only(kind)),
        );
        isAwake = true;
        return answer;
      } catch (error) {
        // Pagefind never recovers from a file that was missing when it started: the next question finds it opened anew.
        if (opened === present) opened = undefined;
        throw error;
      }
    },
  };
}
