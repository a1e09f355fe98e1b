/** Control characters, bidi overrides and isolates, byte order marks, lone surrogates. */
const unwelcome = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]|\p{Surrogate}/gu;

/** A person's text as entries hold it: NFC, on one line, without characters that hide or reorder what is written. */
export const cleanText = (text: string): string =>
  text.normalize('NFC').replace(/\s+/gu, ' ').replace(unwelcome, '').trim();
