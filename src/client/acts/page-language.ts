import { languageOf } from '~/words/language-of';

/** The page's language, without its region. */
export const pageLanguage = (): string => languageOf(document.documentElement.lang);
