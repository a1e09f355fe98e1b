import { isFuture } from '~/core/run/future';
import { isCrowded, show } from './cover';
import { roomCaps } from './caps';
import { sameDigest, type Digest } from './digest';
import { draft, type Draft } from './draft';
import { land } from './own';
import { isIn, placeOf, type Message, type Room, type RoomEffect, type RoomEvent, type Trouble } from './room';
import { answerAfter, afterWork, doubtFor, mendsWithin, quiet } from './timing';
import type { RoomEntry } from './room-entry';

type Moment = Pick<RoomEvent, 'now' | 'chance'>;
type Heard<Kind> = Extract<Message, { kind: Kind }> & Moment;
type Emit = (effect: RoomEffect) => void;

const minute = 60_000;

export const tell = <Kind extends Room>(room: Kind, trouble: Trouble): Kind =>
  room.troubles.has(trouble) ? room : { ...room, troubles: new Set(room.troubles).add(trouble) };

/** Stops a room that exceeds its limits; nothing is cut. */
export function stop<Kind extends Room>(room: Kind, emit: Emit): Kind {
  emit({ kind: 'disconnect' });
  return { ...tell(room, 'full'), phase: 'stopped', connectAt: undefined, quietAt: undefined, flight: undefined };
}

/** Adds entries to the ones held, each of which must be new. The caller checks before whether that is too much. */
export function addHeld(room: Draft, roomEntries: readonly RoomEntry[]): Draft {
  let { bytes } = room;
  for (const roomEntry of roomEntries) {
    room.held.set(roomEntry.id, roomEntry);
    bytes += roomEntry.bytes;
  }
  return { ...room, bytes };
}

/** Lists those entries, each once, that are not held yet. */
export const findNew = ({ held }: Room, roomEntries: readonly RoomEntry[]): RoomEntry[] => [
  ...new Map(roomEntries.filter(({ id }) => !held.has(id)).map((roomEntry) => [roomEntry.id, roomEntry])).values(),
];

/** Returns whether a room would exceed its limits with these new entries. */
export const wouldBeFull = ({ held, bytes }: Room, fresh: readonly RoomEntry[]): boolean =>
  held.size + fresh.length > roomCaps.entries ||
  fresh.reduce((sum, roomEntry) => sum + roomEntry.bytes, bytes) > roomCaps.bytes;

/** Prolongs the listening of a joiner: after each segment, more may come. */
const listenOn = (room: Draft, now: number): Draft =>
  room.phase === 'listening' ? { ...room, quietAt: Math.min(now + quiet, room.quietBy) } : room;

/** Returns the time from which a segment counts as unseen: a quarter of `keep` before it expires. */
const staleFrom = (now: number, keep: number, left: number | undefined): number =>
  left === undefined ? Infinity : now + (left - keep / 4) * 1000;

/** Handles a segment of another writer, or the echo of one of this page's. */
function hearSegment(given: Draft, event: Heard<'segment'>, emit: Emit): Draft {
  const { now, writer, n, segment, left } = event;
  const room = listenOn(given, now);
  if (segment.run !== room.self.run || segment.page !== room.self.page) {
    return show(tell(room, 'another-run'), event, undefined, event);
  }
  if (isCrowded(room, placeOf(writer, n))) return stop(room, emit);
  const near = segment.roomEntries.filter(({ entry }) => !isFuture(entry, now / minute));
  const fresh = findNew(room, near);
  const checked = near.length < segment.roomEntries.length ? tell(room, 'clock') : room;
  const since = { ...checked, start: Math.min(room.start, segment.start) };
  if (wouldBeFull(room, fresh)) return stop(since, emit);
  const holding = addHeld(since, fresh);
  if (fresh.length > 0) emit({ kind: 'take', start: segment.start, entries: fresh.map(({ entry }) => entry) });
  const ids = segment.roomEntries.map(({ id }) => id);
  const staleAt = staleFrom(now, room.self.keep, left);
  const shown = show(holding, event, staleAt > now ? { ids, staleAt } : undefined, event);
  if (writer !== room.self.writer) return shown;
  const landed = land(shown, n, new Set(ids));
  const isWorkDone = landed.flight === undefined && shown.flight !== undefined;
  return isWorkDone && landed.people.size > 0
    ? { ...landed, speakAt: Math.min(landed.speakAt ?? Infinity, now + afterWork) }
    : landed;
}

/** Handles a message that shows no entries. */
const hearWord = <Kind extends Room>(room: Kind, message: Heard<'presence' | 'trouble'>): Kind =>
  message.kind === 'presence' ? hearPresence(room, message) : tell(room, message.trouble);

const isWord = (message: Message): message is Extract<Message, { kind: 'presence' | 'trouble' }> =>
  message.kind === 'presence' || message.kind === 'trouble';

function hearOne(room: Draft, message: Message & Moment, emit: Emit): Draft {
  if (isWord(message)) return hearWord(room, message);
  return message.kind === 'segment'
    ? hearSegment(room, message, emit)
    : show(listenOn(room, message.now), message, undefined, message);
}

/**
 * Handles messages that arrived together, in their order: the entries that they bring enter the run as one, and a room that stops hears no
 * further one.
 */
export function hearAll(given: Room, messages: readonly Message[], { now, chance }: Moment, emit: Emit): Room {
  // Words of presence come often, and change nothing of what would have to be copied.
  if (messages.every(isWord)) return messages.reduce((room, word) => hearWord(room, { ...word, now, chance }), given);
  const takes: Extract<RoomEffect, { kind: 'take' }>[] = [];
  let room = draft(given);
  for (const message of messages) {
    if (!isIn(room)) break;
    room = hearOne(room, { ...message, now, chance }, (effect) =>
      effect.kind === 'take' ? takes.push(effect) : emit(effect),
    );
  }
  if (takes.length > 0) {
    const start = Math.min(...takes.map((take) => take.start));
    emit({ kind: 'take', start, entries: takes.flatMap(({ entries }) => entries) });
  }
  return room;
}

type Saying = { writer: string; digest: Digest | undefined };

const isBehind = (room: Room, digest: Digest | undefined): boolean =>
  digest !== undefined && room.phase === 'open' && digest[0] < room.digest[0];

/**
 * Compares this page's digest with another person's. If theirs differs and is not smaller, and that lasts, a message to this page was lost.
 * A person who sees fewer entries listens again on their own; one who still sees fewer after that shows that the broker has lost entries
 * that this page has seen [LV11].
 */
function compare<Kind extends Room>(room: Kind, { writer, digest }: Saying, { now, chance }: Moment): Kind {
  if (digest === undefined || room.phase !== 'open') return room;
  if (sameDigest(digest, room.digest)) return { ...room, doubt: undefined, doubts: 0 };
  if (room.doubt !== undefined || now < room.doubtAgainAt) return room;
  const doubt = { from: writer, mine: room.digest, until: now + doubtFor(chance) };
  if (!isBehind(room, digest)) return { ...room, doubt };
  const since = room.people.get(writer)?.behindSince ?? now;
  if (now < since + mendsWithin) return room;
  // Everybody who sees more hears this same message: they do not all ask the broker at once.
  return { ...room, doubt: { ...doubt, until: doubt.until + answerAfter(room.people.size, chance) } };
}

/** Compares with the person who sees most, at the end of listening: they may have answered our hello meanwhile. */
export function compareWithMost(room: Room, moment: Moment): Room {
  const sayings = [...room.people].map(([writer, { digest }]) => ({ writer, digest }));
  const most = Math.max(...sayings.map(({ digest }) => digest?.[0] ?? 0));
  const saying = sayings.find(({ digest }) => digest?.[0] === most);
  return saying ? compare(room, saying, moment) : room;
}

/** Handles a presence message: somebody came, is here, or goes. */
function hearPresence<Kind extends Room>(room: Kind, event: Heard<'presence'>): Kind {
  const { writer, presence, now, chance } = event;
  if (writer === room.self.writer) return room;
  const people = new Map(room.people);
  if (presence.word === 'bye') {
    people.delete(writer);
    return { ...room, people };
  }
  if (people.size >= roomCaps.people && !people.has(writer)) return room;
  const before = presence.word === 'hello' ? undefined : people.get(writer)?.behindSince;
  const behindSince = isBehind(room, presence.digest) ? (before ?? now) : presence.digest ? undefined : before;
  people.set(writer, {
    name: presence.name,
    heardAt: now,
    interval: presence.interval,
    digest: presence.digest,
    behindSince,
  });
  const known = compare({ ...room, people }, { writer, digest: presence.digest }, event);
  if (presence.word !== 'hello') return known;
  return { ...known, speakAt: Math.min(known.speakAt ?? Infinity, now + answerAfter(people.size, chance)) };
}
