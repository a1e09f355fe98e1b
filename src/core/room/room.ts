import type { Entry } from '~/core/run/entry';
import { emptyDigest, type Digest } from './digest';
import type { Presence } from './presence';
import type { Segment } from './segment';
import { echoWithin, goneAfter } from './timing';
import type { RoomEntry } from './room-entry';

/*
 * One page's part in a room: the entries that it holds, those that it has seen in the room on this connection, and those that it has
 * published. The one rule [LV6]: every entry that a page holds must stand in a segment that it has seen on this connection; otherwise it
 * publishes the entry in a segment of its own. Joining late, work done offline, entries from before the room, a wiped broker and a mark
 * from CI are all covered by this rule. The state is a plain value and `reduceRoom` a pure function over it; sockets, ciphers and timers
 * are those of its member (src/room).
 */

/** The troubles a room can have: a closed list, the gravest first. Each has a sentence of its own for the reader. */
export const troubles = [
  'full',
  'newer',
  'refused',
  'unreachable',
  'not-taken',
  'too-big',
  'clock',
  'another-run',
  'unreadable',
] as const;
export type Trouble = (typeof troubles)[number];

/**
 * `resting`: not connected and not about to be (the page is hidden for good, or not yet joined). `waiting`: the next attempt is scheduled.
 * `connecting`. `listening`: the messages that the broker keeps are arriving. `open`. `stopped`: the room is full. `left`.
 */
export type Phase = 'resting' | 'waiting' | 'connecting' | 'listening' | 'open' | 'stopped' | 'left';

/** Tells whether this page is in the room: what it publishes is on its way at once. */
export const isIn = ({ phase }: { phase: Phase }): boolean => phase === 'listening' || phase === 'open';

/** A segment that this page writes: ids of entries, in the order in which they came. */
export interface OwnSegment {
  ids: readonly string[];
  bytes: number;
  /** Number of times that the segment was published on this connection. */
  sent: number;
}

/** A segment as last seen. From `staleAt` (ms) on it counts as unseen: the broker will soon drop it. */
export interface Seen {
  ids: readonly string[];
  staleAt: number;
}

export interface Person {
  name: string;
  heardAt: number;
  interval: number;
  /** Digest of the entries that they see, from their last message. */
  digest: Digest | undefined;
  /** The time since which each of their messages has shown that they see fewer entries than this page. */
  behindSince: number | undefined;
}

/** Constants of a page's stay in a room. `keep`: seconds for which the broker shall keep a message. */
export interface Self {
  writer: string;
  run: string;
  page: string;
  keep: number;
}

export interface Room {
  self: Self;
  name: string;
  phase: Phase;
  start: number;
  /** Every entry that this page holds and that can be sent, by its id; their bytes; the number of entries that cannot be sent. */
  held: ReadonlyMap<string, RoomEntry>;
  bytes: number;
  stuck: number;
  own: readonly OwnSegment[];
  /** Segments seen on this connection, by writer and number; the number of segments that hold each entry; the digest of these entries. */
  seen: ReadonlyMap<string, Seen>;
  cover: ReadonlyMap<string, number>;
  digest: Digest;
  /** Entries seen on earlier connections: still counted as delivered until this connection has listened to the end. */
  shownBefore: ReadonlySet<string>;
  people: ReadonlyMap<string, Person>;
  troubles: ReadonlySet<Trouble>;
  /** The publication whose echo is awaited: the segment's number, the number of its entries that were sent, and the time. */
  flight: { n: number; count: number; since: number } | undefined;
  /** Failed attempts to connect in a row. */
  attempts: number;
  /** A digest that differed from this page's, and this page's at that time. */
  doubt: { from: string; mine: Digest; until: number } | undefined;
  doubts: number;
  doubtAgainAt: number;
  /** Times at which something is due; `undefined` where nothing is. */
  connectAt: number | undefined;
  quietAt: number | undefined;
  quietBy: number;
  takeOverAt: number | undefined;
  speakAt: number | undefined;
}

/** A message of the room, as it was read. */
export type Message =
  /** A segment arrived. `left`: seconds until the broker drops it, if the broker states them. */
  | { kind: 'segment'; writer: string; n: number; segment: Segment; left?: number | undefined }
  /** A topic was emptied, or its message cannot be read. */
  | { kind: 'nothing'; writer: string; n: number }
  | { kind: 'presence'; writer: string; presence: Presence }
  | { kind: 'trouble'; trouble: Trouble };

/** An event in a room. `now`: milliseconds since 1970. `chance`: a random number from 0 up to 1. */
export type RoomEvent = { now: number; chance: number } & (
  | { kind: 'join' }
  /** The run's present entries, all of them. `elsewhere`: the new ones come from another tab, which may be in the room too. */
  | { kind: 'run'; entries: readonly Entry[]; start: number; from: 'here' | 'elsewhere' }
  | { kind: 'name'; name: string }
  | { kind: 'connected' }
  | { kind: 'disconnected'; trouble?: 'unreachable' | 'refused' | undefined }
  /** The network is gone, as far as the browser knows. */
  | { kind: 'cut' }
  | Message
  /** Messages that arrived together, in their order. */
  | { kind: 'heard'; messages: readonly Message[] }
  | { kind: 'time' }
  /** The page goes away, perhaps to come back. */
  | { kind: 'rest' }
  /** The page came back, or there is a network again. */
  | { kind: 'wake' }
  /** The reader leaves the room. */
  | { kind: 'leave' }
);

/** A task for the room's member. */
export type RoomEffect =
  | { kind: 'connect' }
  /** Says bye to the others, if it can, and closes. */
  | { kind: 'disconnect' }
  | { kind: 'subscribe' }
  | { kind: 'publish'; n: number; segment: Segment }
  | { kind: 'speak'; presence: Presence }
  /** Entries came from the room: they enter the run by merge. */
  | { kind: 'take'; start: number; entries: readonly Entry[] };

/** The outcome of an event: the room after it, and what its member is to do. */
export interface Step {
  room: Room;
  effects: readonly RoomEffect[];
}

/** Names a segment: by its writer and its number. */
export const placeOf = (writer: string, n: number): string => `${writer}/${String(n)}`;

/** Creates the room of a page that has not joined it. `start`: the run's, in minutes since 1970. */
export const createRoom = (self: Self, name: string, start: number): Room => ({
  self,
  name,
  phase: 'resting',
  start,
  held: new Map(),
  bytes: 0,
  stuck: 0,
  own: [],
  seen: new Map(),
  cover: new Map(),
  digest: emptyDigest,
  shownBefore: new Set(),
  people: new Map(),
  troubles: new Set(),
  flight: undefined,
  attempts: 0,
  doubt: undefined,
  doubts: 0,
  doubtAgainAt: 0,
  connectAt: undefined,
  quietAt: undefined,
  quietBy: 0,
  takeOverAt: undefined,
  speakAt: undefined,
});

/** Counts the entries of the run that no segment of the room is known to hold [LV10]. */
export function countPending({ held, cover, shownBefore, phase, stuck }: Room): number {
  let count = stuck;
  for (const id of held.keys()) if (!cover.has(id) && (phase === 'open' || !shownBefore.has(id))) count++;
  return count;
}

/** Lists the names of the people in the room, this page's first; an empty text stands for a person without a name. */
export const namesIn = ({ name, people }: Room): string[] => [name, ...[...people.values()].map((each) => each.name)];

/** Returns when the room next needs a `time` event, in milliseconds since 1970; `undefined` if it waits for other events only. */
export function nextTime(room: Room): number | undefined {
  const { connectAt, quietAt, takeOverAt, speakAt, flight, doubt, people, seen, phase } = room;
  const due = [
    connectAt,
    quietAt,
    ...(isIn(room) ? [flight && flight.since + echoWithin, doubt?.until, speakAt] : []),
    ...(phase === 'open' ? [takeOverAt, ...[...seen.values()].map(({ staleAt }) => staleAt)] : []),
    ...(isIn(room) ? [...people.values()].map((each) => each.heardAt + goneAfter(each.interval)) : []),
  ].filter((time) => time !== undefined);
  const next = Math.min(...due);
  return Number.isFinite(next) ? next : undefined;
}
