import { lastMinute } from './minute';

/** Upper limits of a link [SN6]. Checked while writing and, before anything is allocated, while reading. */
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
  minute: lastMinute,
  /** Characters of the text, and of the whole input that is examined when a link is read. */
  characters: 16_000,
  fragment: 16_064,
} as const;
