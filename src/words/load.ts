import type { Words } from './en';

const languages: Record<string, () => Promise<Words>> = {
  en: async () => (await import('./en')).en,
  de: async () => (await import('./de')).de,
};

let loading: Promise<Words> | undefined;

/** The words of this page's language, for what is loaded on demand; English where a language is not there. */
export const loadWords = (): Promise<Words> =>
  (loading ??=
    (languages[document.documentElement.lang.split('-')[0] ?? ''] ?? languages.en)?.() ??
    Promise.reject(new Error('no words')));
