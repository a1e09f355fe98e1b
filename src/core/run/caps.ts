/** What a link may hold at most [SN6]. Checked while writing and, before anything is allocated, while reading. */
export const caps = {
  items: 4096,
  fields: 512,
  people: 64,
  extras: 256,
  superseded: 256,
  /** UTF-8 bytes of one name, one other text, one id, and of all texts together. */
  name: 80,
  text: 2000,
  id: 200,
  allText: 16 * 1024,
  /** Minutes since 1970 fit 26 bits until the year 2097; so does the number of entries within a minute. */
  minute: 2 ** 26 - 1,
  /** Characters of the text, and of all that is looked at when one is read. */
  characters: 16_000,
  fragment: 16_064,
} as const;
