/** The site's base path, with a slash at its end. */
export const siteBase = import.meta.env.BASE_URL.replace(/\/?$/, '/');
