import { encodePath } from '~/core/encode-path';

/** The site's base path, with a slash at its end: the address of the home page. */
export const siteBase = import.meta.env.BASE_URL.replace(/\/?$/, '/');

/** The address of the list of all runs. */
export const addressOfRuns = `${siteBase}runs/`;

/** The address of a page, by its id. */
export const addressOfPage = (page: string): string => `${siteBase}${encodePath(page)}/`;
