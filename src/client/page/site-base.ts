/** The site's base path, with a slash at its end. */
export const siteBase = import.meta.env.BASE_URL.replace(/\/?$/, '/');

/** The page's language, without its region. */
export const pageLanguage = (): string => document.documentElement.lang.toLowerCase().split('-')[0] ?? '';
