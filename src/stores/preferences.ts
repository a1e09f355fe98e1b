import { persistentAtom } from '@nanostores/persistent';

/** Preferences of this reader on this site; they are no part of any run. */
const prefix = `runsheet|${import.meta.env.BASE_URL}|preference|`;

/** Name or initials that new entries bear. */
export const $name = persistentAtom(`${prefix}name`, '');

/** "asked" once the reader was asked for a name: nobody is asked twice. */
export const $nameAsked = persistentAtom<'' | 'asked'>(`${prefix}name-asked`, '');

/** Single-letter keys can be switched off (WCAG 2.1.4). */
export const $keys = persistentAtom<'on' | 'off'>(`${prefix}keys`, 'on');

/** Show all items, or the open ones only. */
export const $filter = persistentAtom<'all' | 'open'>(`${prefix}filter`, 'all');
