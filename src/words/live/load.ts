import type { LiveWords } from './en';

const languages: Record<string, () => Promise<LiveWords>> = {
  en: async () => (await import('./en')).liveEn,
  de: async () => (await import('./de')).liveDe,
};

let loading: Promise<LiveWords> | undefined;

/** The words of live rooms in this page's language; English for a language that is missing. */
export const loadLiveWords = (): Promise<LiveWords> =>
  (loading ??=
    (languages[document.documentElement.lang.split('-')[0] ?? ''] ?? languages.en)?.() ??
    Promise.reject(new Error('no words')));
