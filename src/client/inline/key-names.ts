import { keyNamesOf } from '~/core/key-names';

/** The names of this site's keys in storage. */
export const keyNames = keyNamesOf(import.meta.env.BASE_URL);
