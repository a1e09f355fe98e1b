import { hexOfBytes } from '~/core/hex-of-bytes';
import type { Entry } from '~/core/run/entry';
import type { RoomKeys } from '~/core/room/keys';
import { openPayload, sealPayload } from '~/core/room/payload';
import { readPresence, writePresence } from '~/core/room/presence';
import { reduceRoom } from '~/core/room/reduce';
import {
  createRoom,
  nextTime,
  type Message,
  type Room,
  type RoomEffect,
  type RoomEvent,
  type Self,
} from '~/core/room/room';
import { readSegment, writeSegment } from '~/core/room/segment';
import { readTopic, topicOf, topicsOf } from '~/core/room/topic';
import { connectBroker, type Connection, type Heard } from './broker';
import { reachBroker, type Reached } from './reach';

/*
 * A member of a room: the reducer of core/room with its ciphers, timers and connection. It lives from joining to leaving. Arriving messages
 * are opened in parallel and passed on in the order of arrival, those that have come meanwhile together; publications are sealed and sent in
 * their order.
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

const { subtle } = globalThis.crypto;
const random = (bytes: number) => globalThis.crypto.getRandomValues(new Uint8Array(bytes));
const chance = () => (new DataView(random(4).buffer).getUint32(0) ?? 0) / 2 ** 32;

/** The name of one opening of a page; never stored, because a duplicated tab would have the same one. */
const makeWriter = () => hexOfBytes(random(8));

/** Makes a member, not yet connected: pass it the run, then `join`. */
export function createMember({ broker, keys, self, name, start, reached, take, change }: MemberOptions): Member {
  const { room: topicRoom, key } = keys;
  const writer = makeWriter();
  const presenceTopic = topicOf(topicRoom, { kind: 'presence', writer });
  let room = createRoom({ ...self, writer }, name, start);
  let connection: Connection | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let outbox = Promise.resolve();
  let firstReached = reached;
  /** Counts connections: a message still under way for an earlier one is dropped. */
  let attempt = 0;

  const seal = (topic: string, text: string) => sealPayload(subtle, key, { topic, text, nonce: random(12) });

  function setTimer(): void {
    clearTimeout(timer);
    const next = nextTime(room);
    if (next !== undefined) timer = setTimeout(() => tell({ kind: 'time' }), Math.max(0, next - Date.now()));
  }

  function tell(event: MemberEvent): void {
    const before = room;
    const step = reduceRoom(room, { ...event, now: Date.now(), chance: chance() } as RoomEvent);
    room = step.room;
    step.effects.forEach(act);
    setTimer();
    if (room !== before) change(room);
  }

  async function read({ topic, message, left }: Heard): Promise<Message[]> {
    const place = readTopic(topicRoom, topic);
    if (place === undefined) return [];
    const { kind, writer: from } = place;
    const lost = (trouble: 'too-big' | 'newer' | 'unreadable'): Message[] =>
      kind === 'presence'
        ? []
        : [
            { kind: 'nothing', writer: from, n: place.n },
            { kind: 'trouble', trouble },
          ];
    if (message.length === 0) return kind === 'presence' ? [] : [{ kind: 'nothing', writer: from, n: place.n }];
    const opened = await openPayload(subtle, key, { topic, message });
    if (!opened.ok) return lost(opened.reason);
    if (kind === 'presence') {
      const presence = readPresence(opened.value);
      return presence.ok ? [{ kind, writer: from, presence: presence.value }] : [];
    }
    const segment = readSegment(opened.value);
    return segment.ok ? [{ kind, writer: from, n: place.n, segment: segment.value, left }] : lost(segment.reason);
  }

  /** Passes messages on in the order of their arrival. While some are being opened, those that arrive gather, and follow together. */
  function makeInbox(pass: (messages: readonly Message[]) => void): (heard: Heard) => void {
    let arrived: Promise<Message[]>[] = [];
    let isOpening = false;
    const openAll = async () => {
      try {
        while (arrived.length > 0) {
          const opened = Promise.all(arrived);
          arrived = [];
          pass((await opened).flat());
        }
      } finally {
        isOpening = false;
      }
    };
    return (heard) => {
      arrived.push(read(heard));
      if (isOpening) return;
      isOpening = true;
      // Messages that the broker sends in one go arrive in one turn.
      queueMicrotask(() => void openAll());
    };
  }

  async function connect(): Promise<void> {
    const mine = ++attempt;
    const isMine = () => mine === attempt;
    const ahead = firstReached ?? reachBroker(broker);
    firstReached = undefined;
    const bye = await seal(presenceTopic, writePresence({ word: 'bye', name: '', interval: 0, digest: undefined }));
    if (!bye.ok) throw new Error('a farewell that does not fit a message');
    const address = {
      url: broker,
      room: topicRoom,
      topics: topicsOf(topicRoom),
      farewell: { topic: presenceTopic, message: bye.value },
    };
    // The page may go while the library is being loaded.
    await ahead.library;
    if (!isMine()) return ahead.close();
    const made = await connectBroker(address, ahead, {
      open: () => isMine() && tell({ kind: 'connected' }),
      hear: makeInbox((messages) => messages.length > 0 && isMine() && tell({ kind: 'heard', messages })),
      lost: (trouble) => isMine() && tell({ kind: 'disconnected', trouble }),
    });
    if (isMine()) connection = made;
    else made.close();
  }

  function send(topic: string, text: string, how: (connection: Connection, message: Uint8Array) => void): void {
    const sealed = seal(topic, text);
    const mine = attempt;
    const post = async () => {
      const message = await sealed;
      if (!message.ok) tell({ kind: 'trouble', trouble: 'too-big' });
      else if (connection && mine === attempt) how(connection, message.value);
    };
    // A failed publication does not hold up the next one: its echo will be missed, and it is sent again.
    outbox = outbox.then(post, post);
  }

  function act(effect: RoomEffect): void {
    switch (effect.kind) {
      case 'connect':
        void connect().catch(() => tell({ kind: 'disconnected', trouble: 'unreachable' }));
        break;
      case 'disconnect':
        attempt++;
        connection?.close();
        connection = undefined;
        break;
      case 'subscribe':
        connection?.subscribe();
        break;
      case 'publish': {
        const topic = topicOf(topicRoom, { kind: 'segment', writer, n: effect.n });
        send(topic, writeSegment(effect.segment), (to, message) => to.keep(topic, message, self.keep));
        break;
      }
      case 'speak':
        send(presenceTopic, writePresence(effect.presence), (to, message) => to.say(presenceTopic, message));
        break;
      case 'take':
        take(effect.start, effect.entries);
    }
  }

  return { tell, room: () => room };
}
