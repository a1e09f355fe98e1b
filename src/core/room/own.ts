import { roomCaps } from './caps';
import type { OwnSegment, Room, RoomEffect } from './room';
import type { RoomEntry } from './room-entry';
import { echoWithin } from './timing';

const open = ({ ids, bytes }: OwnSegment, more: number): boolean =>
  ids.length < roomCaps.segmentEntries && bytes + more <= roomCaps.segmentBytes;

/** Writes entries into this page's last segment, and into new ones once that is full. */
export function append(room: Room, roomEntries: readonly RoomEntry[]): Room {
  const own = [...room.own];
  for (const { id, bytes } of roomEntries) {
    const last = own.at(-1);
    if (last !== undefined && open(last, bytes)) {
      own[own.length - 1] = { ...last, ids: [...last.ids, id], bytes: last.bytes + bytes };
    } else {
      own.push({ ids: [id], bytes, sent: 0 });
    }
  }
  return { ...room, own };
}

/** Takes over every entry that no segment holds and that this page has not written into its own segments. */
export function takeOver(room: Room): Room {
  const mine = new Set(room.own.flatMap(({ ids }) => ids));
  const missing = [...room.held].flatMap(([id, held]) => (room.cover.has(id) || mine.has(id) ? [] : [held]));
  return append({ ...room, takeOverAt: undefined }, missing);
}

/** Returns whether a segment has an entry that no segment seen in the room holds, and may still be published. */
const isWanted = ({ cover }: Room, { ids, sent }: OwnSegment): boolean =>
  sent < roomCaps.publications && ids.some((id) => !cover.has(id));

/** Publishes the next wanted segment, one at a time: entries that arrive meanwhile go with the one after it [LV7]. */
export function publishNext(room: Room, now: number, emit: (effect: RoomEffect) => void): Room {
  if (room.phase !== 'open' || room.flight !== undefined) return room;
  const n = room.own.findIndex((segment) => isWanted(room, segment));
  const segment = room.own[n];
  if (segment === undefined) return room;
  const roomEntries = segment.ids.flatMap((id) => room.held.get(id) ?? []);
  const { run, page } = room.self;
  emit({ kind: 'publish', n, segment: { run, page, start: room.start, roomEntries } });
  const own = room.own.with(n, { ...segment, sent: segment.sent + 1 });
  return { ...room, own, flight: { n, count: segment.ids.length, since: now } };
}

/** Completes the publication that waits for this echo, if the echo shows all its entries. */
export function land<Kind extends Room>(room: Kind, n: number, shown: ReadonlySet<string>): Kind {
  const { flight, own } = room;
  if (flight?.n !== n) return room;
  const sent = own[n]?.ids.slice(0, flight.count) ?? [];
  if (!sent.every((id) => shown.has(id))) return room;
  const troubles = new Set(room.troubles);
  troubles.delete('not-taken');
  return { ...room, flight: undefined, troubles };
}

/** Gives up a publication whose echo is late, even if the broker acknowledged it. It will be tried again. */
export function giveUpFlight(room: Room, now: number): Room {
  const { flight } = room;
  if (flight === undefined || now < flight.since + echoWithin) return room;
  return { ...room, flight: undefined, troubles: new Set(room.troubles).add('not-taken') };
}
