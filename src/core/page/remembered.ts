/** What an item said when the page last had it. `headings`: titles from the nearest heading outwards. */
export interface Remembered {
  text: string;
  headings: readonly string[];
}

/** What is remembered of a page's items, and of its fields' labels, by id: those that it has, and those that it had. */
export interface Past {
  items: ReadonlyMap<string, Remembered>;
  fields: ReadonlyMap<string, string>;
}

export const noPast: Past = { items: new Map(), fields: new Map() };
