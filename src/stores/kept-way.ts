import { readQuietly } from './read-quietly';
import { prefix } from './storage-keys';
import { writeQuietly } from './write-quietly';

/*
 * The way in which this site's broker wants to be addressed, as room/way.ts writes it, for the next page that connects to it:
 *
 *   runsheet|<base>|way
 */

const key = `${prefix}way`;

/** The way that an earlier page has found. */
export const keptWay = (): string | undefined => readQuietly('localStorage', key) ?? undefined;

/** Keeps a way. Where storage is forbidden or full, each page finds it anew. */
export const keepWay = (way: string): void => void writeQuietly('localStorage', key, way);
