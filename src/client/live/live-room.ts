import { deriveKeys } from '~/core/room/keys';
import { writeRoomLink, type RoomLink } from '~/core/room/link';
import { countPending, isIn, namesIn, troubles, type Room } from '~/core/room/room';
import type { Run } from '~/core/run/run';
import { createMember, type Member } from '~/room/member';
import { reachBroker } from '~/room/reach';
import { recallWay } from '~/room/way';
import { prefer } from '~/stores/preferences';
import { $own, $view } from '~/stores/run';
import { keepRoom } from '~/stores/kept-room';
import { keepWay, keptWay } from '~/stores/kept-way';
import { $room, openRoomRun, showRoom, takeFromRoom } from '~/stores/room';
import { nowMinute } from '~/stores/clock';
import { loadRun } from '~/stores/shelf';
import { reflectRoom } from './reflect-room';
import { announceToo } from '~/client/acts/announce';
import { loadLiveWords } from '~/words/live/load';
import { makeGatherer } from './gather';
import { guardPresses } from './guard-presses';
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

/** Counts joinings: one that another one overtakes, or a leave, while it waits for its keys leads nowhere. */
let joining = 0;

const textOf = (link: RoomLink): string => writeRoomLink(link);

function show(link: RoomLink, room: Room): void {
  const text = textOf(link);
  const shown = $room.get();
  const before = shown?.link === text ? shown : undefined;
  const isLost = before !== undefined && !isIn(room) && (before.lostAt !== undefined || isIn(before));
  showRoom({
    link: text,
    run: link.run,
    phase: room.phase,
    lostAt: isLost ? (before.lostAt ?? nowMinute()) : undefined,
    wasHeard: room.phase === 'open' || before?.wasHeard === true,
    people: namesIn(room),
    pending: countPending(room),
    // The gravest first: it is the one that is told.
    troubles: troubles.filter((trouble) => room.troubles.has(trouble)),
  });
}

/** Tells the member what the run gains, and whether another tab made it: a storage event is on its way then. */
function followRun(stay: Stay): void {
  const { link, member, end } = stay;
  let isElsewhere = false;
  addEventListener('storage', () => (isElsewhere = true), { capture: true, signal: end.signal });
  addEventListener('storage', () => (isElsewhere = false), end);
  const stop = $own.listen((run) => {
    if (run?.id !== link.run) return void leaveAndSay(stay);
    member.tell({ kind: 'run', entries: run.entries, start: run.start, from: isElsewhere ? 'elsewhere' : 'here' });
  });
  end.signal.addEventListener('abort', stop);
}

/** Leaves the room because another run is shown, or its own was deleted, and says so. */
async function leaveAndSay({ link }: Stay): Promise<void> {
  leaveRoom();
  const { share } = await loadLiveWords();
  const isKept = loadRun($view.get().structure.page.id, link.run) !== undefined;
  announceToo(isKept ? share.leftRun : share.leftOnly);
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
  addEventListener('offline', () => member.tell({ kind: 'cut' }), end);
  document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && wake(), end);
}

/** Joins the room of a link; the page shows its run from now on. Leaves the room that it was in. */
export async function joinRoom(link: RoomLink): Promise<void> {
  leaveRoom();
  const mine = ++joining;
  recallWay(keptWay(), keepWay);
  // The socket, the library, the words and the keys are waited for at once.
  const reached = reachBroker(broker);
  // A library that is not to be had is told beside the button that loads the page again, as all that cannot be loaded.
  void reached.library.then(() => undefined);
  void reflectRoom();
  void loadLiveStyles();
  const keys = await deriveKeys(crypto.subtle, link.secret);
  if (mine !== joining) return reached.close();
  const run = openRoomRun(link.run);
  const end = new AbortController();
  const noteHeard = guardPresses(end.signal);
  const take = (gathered: Run) => {
    noteHeard(gathered.entries);
    takeFromRoom(gathered);
  };
  const member = createMember({
    broker,
    keys,
    self: { run: run.id, page: run.page, keep: keepDays * 86_400 },
    name: prefer('name'),
    start: run.start,
    reached,
    take: makeGatherer(run, { isListening: () => member.room().phase === 'listening', take }),
    change: (room) => stay?.member === member && show(link, room),
  });
  stay = { link, member, end };
  keepRoom(run.page, textOf(link));
  // The room may have this run's entries already: the member publishes only those that nobody else does.
  member.tell({ kind: 'run', entries: run.entries, start: run.start, from: 'elsewhere' });
  followRun(stay);
  followName(stay);
  followPage(stay);
  member.tell({ kind: 'join' });
  show(link, member.room());
}

/** Calls back once all that the room has was heard; never, if it is left before. */
export function whenHeard(act: () => void): void {
  const stop = $room.listen((room) => {
    if (room !== undefined && !room.wasHeard) return;
    stop();
    if (room !== undefined) act();
  });
}

/** Opens a new room for a run; one that is not there yet is begun. */
export const goLive = (run: string): Promise<void> =>
  joinRoom({ secret: crypto.getRandomValues(new Uint8Array(16)), run });

/** Leaves the room: says bye, forgets its secret, keeps the run. */
export function leaveRoom(): void {
  joining++;
  if (stay === undefined) return;
  const { member, end } = stay;
  stay = undefined;
  end.abort();
  member.tell({ kind: 'leave' });
  keepRoom($view.get().structure.page.id, undefined);
  showRoom(undefined);
}
