/** An item's text and headings when the page last had it. `headings`: titles from the nearest heading outwards. */
export interface Remembered {
  text: string;
  headings: readonly string[];
}

/** The remembered items of a page, and the labels of its fields, by id: both the present and the removed ones. */
export interface Past {
  items: ReadonlyMap<string, Remembered>;
  fields: ReadonlyMap<string, string>;
}

export const noPast: Past = { items: new Map(), fields: new Map() };
