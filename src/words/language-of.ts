/** The language that a tag names, without its region, in lower case: "de" of "de", "DE" and "de-AT". */
export const languageOf = (tag: string): string => tag.toLowerCase().split('-')[0] ?? '';
