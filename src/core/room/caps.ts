/** Upper limits of a room [LV9]. Beyond them the room stops; nothing is cut. */
export const roomCaps = {
  /** Bytes of one message as it travels, and of its body once it is inflated. */
  message: 8 * 1024,
  body: 64 * 1024,
  /** A segment takes no further entry at this many entries, or where it would pass this many bytes of JSON. */
  segmentEntries: 32,
  segmentBytes: 3500,
  /** Entries of a room, their bytes of JSON together, and its topics. */
  entries: 10_000,
  bytes: 2_000_000,
  topics: 800,
  /** People that are distinguished; more are not counted. */
  people: 1000,
  /** Publications of one segment on one connection: a writer who overwrites it for ever cannot keep this page busy for ever. */
  publications: 100,
} as const;
