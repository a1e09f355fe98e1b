import { emptyDigest, sameDigest } from './digest';
import { draft } from './draft';
import { compareWithMost, addHeld, findNew, hearAll, stop, tell, wouldBeFull } from './hear';
import { append, giveUpFlight, publishNext, takeOver } from './own';
import { show } from './cover';
import type { Presence } from './presence';
import { isIn, type Room, type RoomEffect, type RoomEvent, type Step, type Trouble } from './room';
import {
  afterWork,
  backoff,
  doubtAgainAfter,
  goneAfter,
  intervalOf,
  longestQuiet,
  mendsWithin,
  otherTab,
  quiet,
  takeOverAfter,
} from './timing';
import { toRoomEntry } from './room-entry';

type Of<Kind> = Extract<RoomEvent, { kind: Kind }>;
type Emit = (effect: RoomEffect) => void;

const without = (troubles: ReadonlySet<Trouble>, ...gone: readonly Trouble[]): ReadonlySet<Trouble> =>
  new Set([...troubles].filter((trouble) => !gone.includes(trouble)));

/** Publishes this page's presence. Its digest is included only once the page has listened to the end. */
function speak(room: Room, word: Presence['word'], now: number, emit: Emit): Room {
  const interval = intervalOf(room.people.size + 1);
  const digest = room.phase === 'open' ? room.digest : undefined;
  emit({ kind: 'speak', presence: { word, name: room.name, interval: interval / 1000, digest } });
  return { ...room, speakAt: now + (room.doubts === 1 ? Math.min(interval, mendsWithin) : interval) };
}

/** Listens from the start: earlier segments do not count until they are seen again. */
const listen = (room: Room, now: number): Room => ({
  ...room,
  phase: 'listening',
  shownBefore: new Set([...room.shownBefore, ...room.cover.keys()]),
  seen: new Map(),
  cover: new Map(),
  digest: emptyDigest,
  own: room.own.map((segment) => ({ ...segment, sent: 0 })),
  flight: undefined,
  doubt: undefined,
  quietAt: now + quiet,
  quietBy: now + longestQuiet,
  takeOverAt: undefined,
});

const connect = (room: Room, emit: Emit): Room => {
  emit({ kind: 'connect' });
  return { ...room, phase: 'connecting', connectAt: undefined };
};

function connected(room: Room, { now }: Of<'connected'>, emit: Emit): Room {
  if (room.phase !== 'connecting') return room;
  const troubles = without(room.troubles, 'unreachable', 'refused', 'unreadable', 'clock', 'another-run');
  return speak({ ...listen(room, now), attempts: 0, people: new Map(), troubles }, 'hello', now, emit);
}

function disconnected(room: Room, { now, chance, trouble }: Of<'disconnected'>): Room {
  if (room.phase === 'left' || room.phase === 'stopped' || room.phase === 'resting') return room;
  const lost: Room = {
    ...(trouble === undefined ? room : tell(room, trouble)),
    phase: 'waiting',
    flight: undefined,
    quietAt: undefined,
    people: new Map(),
    attempts: room.attempts + 1,
  };
  return { ...lost, connectAt: now + backoff(room.attempts, chance) };
}

/** Gives a connection up at once: the browser says that there is no network, and the connection would notice that only much later. */
function cut(room: Room, { now, chance }: Of<'cut'>, emit: Emit): Room {
  if (!isIn(room) && room.phase !== 'connecting') return room;
  emit({ kind: 'disconnect' });
  return disconnected(room, { kind: 'disconnected', now, chance, trouble: 'unreachable' });
}

/** Takes in the run's present entries: new ones are published or, if another tab made them, taken over should that tab not publish them. */
function hearRun(room: Room, { entries, start, from, now }: Of<'run'>, emit: Emit): Room {
  const all = entries.map(toRoomEntry);
  const fresh = findNew(
    room,
    all.filter((roomEntry) => roomEntry !== undefined),
  );
  const stuck = all.filter((roomEntry) => roomEntry === undefined).length;
  const told = stuck > 0 ? tell(room, 'too-big') : room;
  if (wouldBeFull(room, fresh)) return room.phase === 'stopped' ? room : stop(room, emit);
  const since: Room = { ...told, stuck, start: Math.min(room.start, start) };
  if (fresh.length === 0) return since;
  const holding = addHeld(draft(since), fresh);
  return from === 'here' ? append(holding, fresh) : { ...holding, takeOverAt: room.takeOverAt ?? now + otherTab };
}

/** Ends listening after a silence: the room has been heard. Entries that no segment holds will be taken over after a while. */
function endListening(room: Room, { now, chance }: RoomEvent): Room {
  if (room.phase !== 'listening' || room.quietAt === undefined || now < room.quietAt) return room;
  const open: Room = { ...room, phase: 'open', quietAt: undefined, takeOverAt: now + takeOverAfter(chance) };
  // After a doubt the others learn soon whether it is settled.
  const speakAt = room.doubts > 0 ? Math.min(room.speakAt ?? Infinity, now + afterWork) : room.speakAt;
  return compareWithMost({ ...open, speakAt }, { now, chance });
}

function dropStale(room: Room, event: RoomEvent): Room {
  const stale = [...room.seen].filter(([, { staleAt }]) => staleAt <= event.now);
  if (stale.length === 0) return room;
  return stale.reduce((fresh, [place]) => {
    const [writer = '', n] = place.split('/');
    return show(fresh, { writer, n: Number(n) }, undefined, event);
  }, draft(room));
}

function dropGone(room: Room, now: number): Room {
  const here = [...room.people].filter(([, { heardAt, interval }]) => now < heardAt + goneAfter(interval));
  return here.length === room.people.size ? room : { ...room, people: new Map(here) };
}

/** Hears the room again after a difference that lasted while nothing changed here: a message was lost. */
function settleDoubt(room: Room, now: number, emit: Emit): Room {
  if (room.doubt === undefined || now < room.doubt.until) return room;
  const calm = { ...room, doubt: undefined };
  if (room.phase !== 'open' || !sameDigest(room.doubt.mine, room.digest)) return calm;
  emit({ kind: 'subscribe' });
  // The broker has to send everything first; each message that arrives shortens the wait.
  return {
    ...listen(calm, now),
    quietAt: now + longestQuiet / 2,
    doubts: room.doubts + 1,
    doubtAgainAt: now + doubtAgainAfter(room.doubts),
  };
}

/** Does everything that is due by now. */
function passTime(given: Room, event: RoomEvent, emit: Emit): Room {
  const { now } = event;
  if (given.connectAt !== undefined && now >= given.connectAt) return connect(given, emit);
  if (!isIn(given)) return given;
  let room = endListening(given, event);
  room = giveUpFlight(dropGone(room, now), now);
  if (room.phase === 'open') room = dropStale(room, event);
  if (room.phase === 'open' && room.takeOverAt !== undefined && now >= room.takeOverAt) room = takeOver(room);
  room = settleDoubt(room, now, emit);
  if (room.speakAt === undefined || now < room.speakAt) return room;
  // The presence message waits while a publication is under way.
  return room.flight === undefined ? speak(room, 'here', now, emit) : { ...room, speakAt: now + afterWork };
}

/** Ends the connection; its member says goodbye, as the broker would if it broke. */
function end(room: Room, phase: 'resting' | 'left', emit: Emit): Room {
  emit({ kind: 'disconnect' });
  return { ...room, phase, people: new Map(), connectAt: undefined, quietAt: undefined, flight: undefined };
}

function apply(room: Room, event: RoomEvent, emit: Emit): Room {
  switch (event.kind) {
    case 'join':
      return room.phase === 'resting' ? connect(room, emit) : room;
    case 'wake':
      return room.phase === 'resting' || room.phase === 'waiting' ? connect({ ...room, attempts: 0 }, emit) : room;
    case 'rest':
      return room.phase === 'stopped' || room.phase === 'left' ? room : end(room, 'resting', emit);
    case 'leave':
      return end(room, 'left', emit);
    case 'run':
      return hearRun(room, event, emit);
    case 'name':
      return { ...room, name: event.name, speakAt: isIn(room) ? event.now : room.speakAt };
    case 'connected':
      return connected(room, event, emit);
    case 'disconnected':
      return disconnected(room, event);
    case 'cut':
      return cut(room, event, emit);
    case 'segment':
    case 'nothing':
    case 'presence':
      return isIn(room) ? hearAll(room, [event], event, emit) : room;
    case 'heard':
      return isIn(room) ? hearAll(room, event.messages, event, emit) : room;
    case 'trouble':
      return tell(room, event.trouble);
    case 'time':
      return room;
  }
}

/**
 * Applies an event to a room and returns the new state and the requests to its member [LV6 to LV12]. Pure: time and chance come with the
 * event.
 */
export function reduceRoom(room: Room, event: RoomEvent): Step {
  const effects: RoomEffect[] = [];
  const emit = (effect: RoomEffect) => void effects.push(effect);
  const applied = apply(room, event, emit);
  const timely = event.kind === 'time' || isIn(applied) ? passTime(applied, event, emit) : applied;
  return { room: publishNext(timely, event.now, emit), effects };
}
