/** The words of an id, for naming an item that is no longer there: "rotate-the-keys--deploy" gives "rotate the keys". */
export const wordsOf = (id: string): string => (id.split('--')[0] ?? id).replaceAll('-', ' ');
