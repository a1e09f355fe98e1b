/**
 * The characters that no text of a run holds [SN7]: control characters but the line feed, lone surrogates, the byte order mark, and the
 * characters that turn the direction of the text after them.
 */
export const unsafe = /[\p{Cs}\ufeff\u202a-\u202e\u2066-\u2069]|(?!\n)\p{Cc}/gu;

/** A text as it travels: line breaks are line feeds, a tab is a space, nothing unsafe, NFC. Cleaning twice changes nothing. */
export const cleanText = (text: string): string =>
  text.replace(/\r\n?/g, '\n').replace(/\t/g, ' ').replace(unsafe, '').normalize('NFC');

/** Cleans a typed line to the form that entries hold: clean text, white space folded. */
export const cleanLine = (text: string): string => cleanText(text).replace(/\s+/g, ' ').trim();

/** Cleans a note to the form that entries hold: clean lines without white space at their ends, and at most one empty line in a row. */
export const cleanLines = (text: string): string =>
  cleanText(text)
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
