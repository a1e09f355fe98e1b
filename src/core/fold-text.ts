/** Folds a text for comparing what people write by hand: without regard to case, to blanks and to how accents are encoded. */
export const foldText = (text: string): string => text.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim();
