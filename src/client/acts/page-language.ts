/** The page's language, without its region. */
export const pageLanguage = (): string => document.documentElement.lang.toLowerCase().split('-')[0] ?? '';
