import { makeLoader } from '~/words/make-loader';

/** Loads the words of live rooms in this page's language; English for a language that is missing. */
export const loadLiveWords = makeLoader(async () => (await import('./en')).liveEn, {
  de: async () => (await import('./de')).liveDe,
});
