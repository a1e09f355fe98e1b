/**
 * What no text of a run holds [SN7]: control characters but the line feed, lone surrogates, the byte order mark, and the
 * characters that turn the direction of what follows.
 */
const unsafe = /[\p{Cs}\ufeff\u202a-\u202e\u2066-\u2069]|(?!\n)\p{Cc}/gu;

/** A text as it travels: line breaks are line feeds, a tab is a space, nothing unsafe, NFC. Cleaning twice changes nothing. */
export const cleanText = (text: string): string =>
  text.replace(/\r\n?/g, '\n').replace(/\t/g, ' ').replace(unsafe, '').normalize('NFC');

/** What somebody typed into a line, as entries hold it: clean, white space folded. */
export const cleanLine = (text: string): string => cleanText(text).replace(/\s+/g, ' ').trim();

/** A note, as entries hold it: clean lines without white space at their ends, and no more than one empty line in a row. */
export const cleanLines = (text: string): string =>
  cleanText(text)
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();

/** Whether an id can travel. An id is never changed by cleaning: it would become another's. */
export const isSafeId = (id: string): boolean => id.search(unsafe) < 0 && !id.includes('\n');
