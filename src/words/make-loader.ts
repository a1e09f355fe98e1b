import { languageOf } from './language-of';

/** Makes a function that loads words in the page's language, once; in English where they are not there in it. `others`: by language. */
export function makeLoader<Loaded>(
  english: () => Promise<Loaded>,
  others: Readonly<Record<string, () => Promise<Loaded>>>,
): () => Promise<Loaded> {
  let loading: Promise<Loaded> | undefined;
  return () => (loading ??= (others[languageOf(document.documentElement.lang)] ?? english)());
}
