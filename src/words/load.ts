import type { Words } from './en';

const languages: Record<string, () => Promise<Words>> = {
  en: async () => (await import('./en')).en,
  de: async () => (await import('./de')).de,
};

let loading: Promise<Words> | undefined;

/** The words of this page's language, for parts that are loaded on demand; English for a language that is missing. */
export const loadWords = (): Promise<Words> =>
  (loading ??=
    (languages[document.documentElement.lang.split('-')[0] ?? ''] ?? languages.en)?.() ??
    Promise.reject(new Error('no words')));
