import { prefix } from './storage-keys';

/*
 * The names of what is noted beside a run:
 *
 *   runsheet|<base>|began|<page>|<run id>   the revision of the page that the run began on (beginnings.ts)
 *   runsheet|<base>|looked|<page>|<run id>  the values of the run that the reader knows (looked.ts)
 */

/** The name of the revision that a run began on. */
export const beganKey = (page: string, id: string): string => `${prefix}began|${page}|${id}`;

/** The name of the values of a run that the reader knows. */
export const lookedKey = (page: string, id: string): string => `${prefix}looked|${page}|${id}`;
