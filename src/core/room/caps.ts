/** What a room may hold at most [LV9]. Beyond it the room stops; nothing is cut. */
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
  /** People that are told apart; more are not counted. */
  people: 1000,
  /** How often one segment is published on one connection: whoever overwrites it for ever does not keep us busy for ever. */
  publications: 100,
} as const;
