import type { Entry } from '~/core/run/entry';
import { deriveKeys } from '~/core/room/keys';
import { writeRoomLink, type RoomLink } from '~/core/room/link';
import { countPending, namesIn, troubles, type Room } from '~/core/room/room';
import { createMember, type Member } from '~/room/member';
import { orderEntries, type Run } from '~/core/run/run';
import { prefer } from '~/stores/preferences';
import { $own, $view } from '~/stores/run';
import { keepRoom } from '~/stores/kept-room';
import { openRoomRun, showRoom, takeFromRoom } from '~/stores/room';
import { reflectRoom } from './reflect-room';
import { announce } from '~/client/acts/announce';
import { loadLiveWords } from '~/words/live/load';
import { broker, keepDays } from './settings';
import { loadLiveStyles } from './styles';

/*
 * The room that this page is in: from Go live or Join until the reader leaves, another run is shown, or the page goes. What the
 * run gains is passed to the member; entries from the room are gathered briefly and merged into the run. Nothing waits for the network.
 */

interface Stay {
  link: RoomLink;
  member: Member;
  end: AbortController;
}

let stay: Stay | undefined;

/** Entries that a room brings within this time (ms) enter the run together: longer while a joiner receives hundreds of them. */
const gatherFor = { listening: 150, open: 25 };

/**
 * Gathers entries and takes them into the run together. A take of a large run takes time, since all of it is written: so that a flood does not
 * leave the reader without a turn, the next one waits for twice as long as the last one took.
 */
function makeGatherer(run: Run, isListening: () => boolean): (start: number, entries: readonly Entry[]) => void {
  let gathered: Entry[] = [];
  let earliest = run.start;
  let lastTook = 0;
  const takeAll = () => {
    const began = performance.now();
    const taken = gathered;
    gathered = [];
    const { id, page } = run;
    takeFromRoom({ id, page, start: earliest, entries: orderEntries(taken) });
    lastTook = performance.now() - began;
  };
  return (start, entries) => {
    earliest = Math.min(earliest, start);
    if (gathered.length === 0) {
      setTimeout(takeAll, Math.max(gatherFor[isListening() ? 'listening' : 'open'], 2 * lastTook));
    }
    gathered.push(...entries);
  };
}

const textOf = (link: RoomLink): string => writeRoomLink(link);

function show(link: RoomLink, room: Room): void {
  showRoom({
    link: textOf(link),
    run: link.run,
    phase: room.phase,
    people: namesIn(room),
    pending: countPending(room),
    // The gravest first: it is the one that is told.
    troubles: troubles.filter((trouble) => room.troubles.has(trouble)),
  });
}

/** Tells the member what the run gains, and whether another tab made it: a storage event is on its way then. */
function followRun({ link, member, end }: Stay): void {
  let isElsewhere = false;
  addEventListener('storage', () => (isElsewhere = true), { capture: true, signal: end.signal });
  addEventListener('storage', () => (isElsewhere = false), end);
  const stop = $own.listen((run) => {
    if (run?.id !== link.run) return void leaveAndSay();
    member.tell({ kind: 'run', entries: run.entries, start: run.start, from: isElsewhere ? 'elsewhere' : 'here' });
  });
  end.signal.addEventListener('abort', stop);
}

/** Leaves the room because another run is shown, and says so. */
async function leaveAndSay(): Promise<void> {
  leaveRoom();
  const { share } = await loadLiveWords();
  announce(share.left);
}

/** Tells the others a name that was given or changed, as soon as the focus returns to the page. */
function followName({ member, end }: Stay): void {
  const tellName = () => {
    const name = prefer('name');
    if (name !== member.room().name) member.tell({ kind: 'name', name });
  };
  document.addEventListener('focusin', tellName, end);
}

/** Closes the connection when the page is hidden, so that the browser can cache it, and joins again when it comes back. */
function followPage({ member, end }: Stay): void {
  const wake = () => member.tell({ kind: 'wake' });
  addEventListener('pagehide', () => member.tell({ kind: 'rest' }), end);
  addEventListener('pageshow', ({ persisted }) => persisted && wake(), end);
  addEventListener('online', wake, end);
  document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && wake(), end);
}

/** Joins the room of a link; the page shows its run from now on. Leaves the room that it was in. */
export async function joinRoom(link: RoomLink): Promise<void> {
  leaveRoom();
  void reflectRoom();
  void loadLiveStyles();
  const keys = await deriveKeys(crypto.subtle, link.secret);
  const run = openRoomRun(link.run);
  const member = createMember({
    broker,
    keys,
    self: { run: run.id, page: run.page, keep: keepDays * 86_400 },
    name: prefer('name'),
    start: run.start,
    take: makeGatherer(run, () => member.room().phase === 'listening'),
    change: (room) => stay?.member === member && show(link, room),
  });
  stay = { link, member, end: new AbortController() };
  keepRoom(run.page, textOf(link));
  // The room may have this run's entries already: the member publishes only those that nobody else does.
  member.tell({ kind: 'run', entries: run.entries, start: run.start, from: 'elsewhere' });
  followRun(stay);
  followName(stay);
  followPage(stay);
  member.tell({ kind: 'join' });
  show(link, member.room());
}

/** Opens a new room for a run; one that is not there yet is begun. */
export const goLive = (run: string): Promise<void> =>
  joinRoom({ secret: crypto.getRandomValues(new Uint8Array(16)), run });

/** Leaves the room: says bye, forgets its secret, keeps the run. */
export function leaveRoom(): void {
  if (stay === undefined) return;
  const { member, end } = stay;
  stay = undefined;
  end.abort();
  member.tell({ kind: 'leave' });
  keepRoom($view.get().structure.page.id, undefined);
  showRoom(undefined);
}
