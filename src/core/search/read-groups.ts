/** Reads words that stand in a line, apart by commas. */
export const readWords = (text: string): string[] => text.split(',').map((word) => word.trim());

/** Reads groups of words, a group a line. */
export const readGroups = (text: string): string[][] => text.trim().split('\n').map(readWords);
