import { siteBase } from '~/client/page/site-base';
import { encodePath } from '~/core/encode-path';

/** The address of a page, by its id. */
export const addressOfPage = (page: string): string => `${siteBase}${encodePath(page)}/`;
