import { readQuietly } from './read-quietly';
import { preferenceKey } from './storage-keys';

/*
 * The preferences of this reader on this site; no part of any run. Kept in localStorage under `runsheet|<base>|preference|…`, read when
 * needed, so that every tab follows. If storage is forbidden, the defaults hold and a choice lasts as long as the page.
 */

export interface Preferences {
  /** Name or initials that new entries bear. */
  name: string;
  /** "yes" once the reader was asked for a name: nobody is asked twice. */
  asked: '' | 'yes';
  /** "yes" once the reader was told that this browser clears runs by itself. */
  warned: '' | 'yes';
  /** Single-letter keys can be switched off (WCAG 2.1.4). */
  keys: '' | 'off';
  /** All items, or the open ones only. */
  filter: '' | 'open';
  /** The reader's role, chosen once; and the role whose items alone are shown, empty while everybody's are. */
  role: string;
  mine: string;
  theme: '' | 'light' | 'dark';
  /** The last searches, one per line, the newest first. */
  searches: string;
}

/** The choices of this page, by name: where storage is forbidden they are nowhere else. */
export const chosenHere = new Map<string, string>();

/** A preference as this browser keeps it, whatever wrote it: any text, and empty until one is chosen. */
export const prefer = (name: keyof Preferences): string =>
  readQuietly('localStorage', preferenceKey(name)) ?? chosenHere.get(name) ?? '';
