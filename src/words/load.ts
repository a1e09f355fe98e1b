import { makeLoader } from './make-loader';

/** Loads the words of this page's language, for parts that come on demand; English for a language that is missing. */
export const loadWords = makeLoader(async () => (await import('./en')).en, {
  de: async () => (await import('./de')).de,
});
