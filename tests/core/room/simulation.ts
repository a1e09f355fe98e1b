import { followEntry, type Entry } from '~/core/run/entry';
import { countPending, createRoom, nextTime, placeOf, type Room, type RoomEvent } from '~/core/room/room';
import { readPresence, writePresence } from '~/core/room/presence';
import { reduceRoom } from '~/core/room/reduce';
import { readSegment, writeSegment } from '~/core/room/segment';
import { rowOf } from '~/core/run/record';

/** A random source that gives the same numbers for the same seed. */
export function makeDice(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

export const epoch = 29_000_000 * 60_000;

/** The faults on the way, as chances from 0 to 1. */
export interface Weather {
  drop: number;
  duplicate: number;
  /** Milliseconds by which a message may be late, so that others overtake it. */
  delay: number;
}

/** Entries as texts, each once, in an order that does not depend on that of arrival. */
export const textsOf = (entries: readonly Entry[]): string[] =>
  [...new Set(entries.map((entry) => JSON.stringify(rowOf(entry))))].toSorted();

const fair: Weather = { drop: 0, duplicate: 0, delay: 5 };

interface Kept {
  text: string;
  until: number;
}

interface Member {
  room: Room;
  entries: Entry[];
  online: boolean;
  /** Counts connections, so that what was on its way to an earlier one does not arrive. */
  connection: number;
}

/**
 * A broker with retained messages and some members, in a time of its own: every message goes through the same texts as on a wire. What
 * is said of a broker in LV6 to LV11 is tried here: it may drop, overtake, duplicate, be wiped, be overwritten, let messages expire.
 */
export class Simulation {
  now = epoch;
  weather: Weather = fair;
  /** Seconds for which the broker keeps a message; 0: for ever, and it says nothing of it. */
  keep = 0;
  readonly kept = new Map<string, Kept>();
  readonly members: Member[] = [];
  /** Members to whom nothing that somebody publishes arrives. */
  readonly deaf = new Set<number>();
  published = 0;
  #queue: { at: number; order: number; act: () => void }[] = [];
  #order = 0;
  readonly #dice: () => number;

  constructor(seed: number) {
    this.#dice = makeDice(seed);
  }

  #later(delay: number, act: () => void): void {
    this.#queue.push({ at: this.now + delay, order: this.#order++, act });
  }

  #travel(act: () => void, isSafe = false): void {
    const { drop, duplicate, delay } = this.weather;
    if (!isSafe && this.#dice() < drop) return;
    this.#later(1 + this.#dice() * delay, act);
    if (this.#dice() < duplicate) this.#later(1 + this.#dice() * delay * 2, act);
  }

  add(entries: readonly Entry[] = [], keep = 14 * 86_400): number {
    const n = this.members.length;
    const self = { writer: (n + 1).toString(16).padStart(16, '0'), run: '00c0ffee', page: 'runbooks/release', keep };
    const room = createRoom(self, `Person ${String(n)}`, 29_000_000);
    this.members.push({ room, entries: [...entries], online: true, connection: 0 });
    this.tell(n, { kind: 'run', entries, start: 29_000_000, from: 'elsewhere' });
    this.tell(n, { kind: 'join' });
    return n;
  }

  /** Somebody ticks something. */
  tick(n: number, key: string, value: string): void {
    const member = this.#member(n);
    const last = member.entries.filter((entry) => entry.key === key).at(-1);
    const made = followEntry(last, { key, value, by: `P${String(n)}` }, Math.floor(this.now / 60_000));
    member.entries.push(made);
    this.tell(n, { kind: 'run', entries: member.entries, start: 29_000_000, from: 'here' });
  }

  #member(n: number): Member {
    const member = this.members[n];
    if (member === undefined) throw new Error('no such member');
    return member;
  }

  tell(n: number, event: { kind: RoomEvent['kind'] } & Record<string, unknown>): void {
    const member = this.#member(n);
    const whole = { ...event, now: this.now, chance: this.#dice() } as RoomEvent;
    const { room, effects } = reduceRoom(member.room, whole);
    member.room = room;
    for (const effect of effects) {
      switch (effect.kind) {
        case 'connect':
          this.#later(2, () => this.#connect(n));
          break;
        case 'disconnect':
          this.#broadcast(
            n,
            room.self.writer,
            writePresence({ word: 'bye', name: '', interval: 0, digest: undefined }),
          );
          member.connection++;
          break;
        case 'subscribe':
          this.#sendKept(n);
          break;
        case 'publish':
          this.#publish(n, placeOf(room.self.writer, effect.n), writeSegment(effect.segment));
          break;
        case 'speak':
          this.#broadcast(n, room.self.writer, writePresence(effect.presence));
          break;
        case 'take':
          member.entries.push(...effect.entries);
      }
    }
  }

  #connect(n: number): void {
    const member = this.#member(n);
    member.connection++;
    if (!member.online) return this.tell(n, { kind: 'disconnected', trouble: 'unreachable' });
    this.tell(n, { kind: 'connected' });
    this.#sendKept(n);
  }

  #sendKept(n: number): void {
    for (const [place, { text, until }] of this.kept) if (until > this.now) this.#deliver(n, place, text, until);
  }

  #deliver(n: number, place: string, text: string, until: number): void {
    const { connection } = this.#member(n);
    this.#travel(() => {
      const member = this.#member(n);
      if (member.connection !== connection || !member.online) return;
      const [writer = '', number] = place.split('/');
      const read = readSegment(text);
      const left = this.keep === 0 ? undefined : Math.floor((until - this.now) / 1000);
      if (read.ok) this.tell(n, { kind: 'segment', writer, n: Number(number), segment: read.value, left });
      else this.tell(n, { kind: 'nothing', writer, n: Number(number) });
    });
  }

  /** A message reaches the broker: from a member, or from somebody who means harm. */
  overwrite(place: string, text: string): void {
    const until = this.keep === 0 ? Infinity : this.now + this.keep * 1000;
    if (text === '') this.kept.delete(place);
    else this.kept.set(place, { text, until });
    this.members.forEach((member, n) => member.online && !this.deaf.has(n) && this.#deliver(n, place, text, until));
  }

  #publish(n: number, place: string, text: string): void {
    if (!this.#member(n).online) return;
    this.published++;
    const { connection } = this.#member(n);
    this.#travel(() => {
      if (this.#member(n).connection === connection) this.overwrite(place, text);
    });
  }

  #broadcast(from: number, writer: string, text: string): void {
    if (!this.#member(from).online) return;
    const presence = readPresence(text);
    if (!presence.ok) throw new Error('a presence that cannot be read');
    this.members.forEach((member, n) => {
      if (n === from || !member.online) return;
      const { connection } = member;
      this.#travel(() => {
        if (member.connection === connection) this.tell(n, { kind: 'presence', writer, presence: presence.value });
      });
    });
  }

  goOffline(n: number): void {
    const member = this.#member(n);
    member.online = false;
    member.connection++;
    this.tell(n, { kind: 'disconnected', trouble: 'unreachable' });
  }

  goOnline(n: number): void {
    this.#member(n).online = true;
    this.tell(n, { kind: 'wake' });
  }

  /** The broker stops and comes back, with what it kept or without. */
  restart({ wiped }: { wiped: boolean }): void {
    if (wiped) this.kept.clear();
    this.#queue = [];
    this.members.forEach((member, n) => {
      member.connection++;
      if (member.room.phase === 'connecting') this.#later(2, () => this.#connect(n));
      this.tell(n, { kind: 'disconnected', trouble: 'unreachable' });
    });
  }

  /** Lets time pass, in milliseconds. */
  pass(duration: number): void {
    const end = this.now + duration;
    for (;;) {
      this.#queue.sort((a, b) => a.at - b.at || a.order - b.order);
      const next = this.#queue[0];
      const dues = this.members.map(({ room }) => nextTime(room) ?? Infinity);
      const due = Math.max(Math.min(...dues), this.now);
      const at = Math.min(next?.at ?? Infinity, due);
      if (at > end) break;
      this.now = at;
      if (next !== undefined && next.at <= due) {
        this.#queue.shift();
        next.act();
      } else {
        this.tell(dues.indexOf(Math.min(...dues)), { kind: 'time' });
      }
    }
    this.now = end;
  }

  pending = (n: number): number => countPending(this.#member(n).room);

  /** The entries that a member's page holds, in an order that does not depend on that of arrival. */
  holds = (n: number): string[] => textsOf(this.#member(n).entries);

  /** The entries that the broker keeps, each once. */
  keeps(): string[] {
    const texts = [...this.kept.values()].filter(({ until }) => until > this.now).map(({ text }) => readSegment(text));
    const entries = texts.flatMap((read) => (read.ok ? read.value.roomEntries.map(({ entry }) => entry) : []));
    return textsOf(entries);
  }
}
