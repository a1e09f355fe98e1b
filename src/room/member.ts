import { hexOfBytes } from '~/core/hex-of-bytes';
import type { Entry } from '~/core/run/entry';
import type { RoomKeys } from '~/core/room/keys';
import { writePresence } from '~/core/room/presence';
import { reduceRoom } from '~/core/room/reduce';
import { createRoom, nextTime, type Room, type RoomEffect, type RoomEvent, type Self } from '~/core/room/room';
import { writeSegment } from '~/core/room/segment';
import { topicOf } from '~/core/room/topic';
import { createLine } from './line';
import type { Reached } from './reach';

/*
 * A member of a room: the reducer of core/room with its timers and its line to the broker (line.ts). It lives from joining
 * to leaving.
 */

/** An event for a member, without the time and the chance that are added here. */
export type MemberEvent = RoomEvent extends infer Event
  ? Event extends RoomEvent
    ? Omit<Event, 'now' | 'chance'>
    : never
  : never;

export interface MemberOptions {
  broker: string;
  keys: RoomKeys;
  self: Omit<Self, 'writer'>;
  name: string;
  start: number;
  /** A broker that was reached out to already, for the first connection. */
  reached?: Reached | undefined;
  /** Entries came from the room. */
  take: (start: number, entries: readonly Entry[]) => void;
  /** A displayed part of the state changed. */
  change: (room: Room) => void;
}

export interface Member {
  tell: (event: MemberEvent) => void;
  room: () => Room;
}

const random = (bytes: number) => globalThis.crypto.getRandomValues(new Uint8Array(bytes));
const chance = () => (new DataView(random(4).buffer).getUint32(0) ?? 0) / 2 ** 32;

/** The name of one opening of a page; never stored, because a duplicated tab would have the same one. */
const makeWriter = () => hexOfBytes(random(8));

/** Makes a member, not yet connected: pass it the run, then `join`. */
export function createMember({ broker, keys, self, name, start, reached, take, change }: MemberOptions): Member {
  const writer = makeWriter();
  const presenceTopic = topicOf(keys.room, { kind: 'presence', writer });
  const farewell = writePresence({ word: 'bye', name: '', interval: 0, digest: undefined });
  const line = createLine({ broker, keys, farewell: { topic: presenceTopic, text: farewell }, reached }, tell);
  let room = createRoom({ ...self, writer }, name, start);
  let timer: ReturnType<typeof setTimeout> | undefined;

  function setTimer(): void {
    clearTimeout(timer);
    const next = nextTime(room);
    if (next !== undefined) timer = setTimeout(() => tell({ kind: 'time' }), Math.max(0, next - Date.now()));
  }

  function tell(event: MemberEvent): void {
    const before = room;
    const step = reduceRoom(room, { ...event, now: Date.now(), chance: chance() });
    room = step.room;
    step.effects.forEach(act);
    setTimer();
    if (room !== before) change(room);
  }

  function act(effect: RoomEffect): void {
    switch (effect.kind) {
      case 'connect':
        return line.connect();
      case 'disconnect':
        return line.disconnect();
      case 'subscribe':
        return line.subscribe();
      case 'publish': {
        const topic = topicOf(keys.room, { kind: 'segment', writer, n: effect.n });
        return line.keep({ topic, text: writeSegment(effect.segment) }, self.keep);
      }
      case 'speak':
        return line.say({ topic: presenceTopic, text: writePresence(effect.presence) });
      case 'take':
        return take(effect.start, effect.entries);
    }
  }

  return { tell, room: () => room };
}
