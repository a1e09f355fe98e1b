import { existsSync } from 'node:fs';
import { messageOf } from '~/build/message-of';
import type { Site } from '~/build/site/read-site';
import { deriveKeys } from '~/core/room/keys';
import { readRoomLink, writeRoomLink } from '~/core/room/link';
import { countPending } from '~/core/room/room';
import type { Entry } from '~/core/run/entry';
import { addEntries, type Run } from '~/core/run/run';
import { createMember, type Member } from '~/room/member';
import { Exit } from './exit';

/** A job's stay in a room: the run as the room has it, and a way to give it entries. */
export interface RoomStay {
  run: () => Run;
  /** Adds entries, and waits until the room has all of them; returns false where it does not take them in time. */
  give: (entries: readonly Entry[]) => Promise<boolean>;
  leave: () => void;
}

/** The link of the room from the environment, where it is told to no process list. */
export function findRoom(env: Record<string, string | undefined>): { secret: Uint8Array; run: string; text: string } {
  const text = env['RUNSHEET_ROOM']?.replace(/^.*#/s, '') ?? '';
  const link = readRoomLink(text);
  if (text === '') throw new Exit(2, '--live: expected the link of a room in RUNSHEET_ROOM, found nothing.');
  if (!link.ok) throw new Exit(3, 'RUNSHEET_ROOM holds no link of a room, or one that was damaged.');
  return { ...link.value, text: writeRoomLink(link.value) };
}

/** The broker of a room, and the days for which it keeps messages. */
type Live = NonNullable<Site['live']>;

/** Reads the rooms of the site's settings. Stops with 2 where these cannot be read: nothing else must look like what `--fail-on` names. */
function readLive(read: () => Live | undefined): Live | undefined {
  try {
    return read();
  } catch (error) {
    throw new Exit(2, `The site's settings cannot be read: ${messageOf(error)}`);
  }
}

/** The broker: from the environment, else from the site's own settings, which say in both cases for how long it keeps messages. */
export async function findLive(env: Record<string, string | undefined>): Promise<Live> {
  const { readSite } = await import('~/build/site/read-site');
  const contentDir = env['CONTENT_DIR'] ?? 'content';
  // A job may have nothing of the site beside it.
  const own = existsSync(contentDir) ? readLive(() => readSite(contentDir).live) : undefined;
  const broker = env['RUNSHEET_BROKER'] ?? own?.broker;
  if (broker === undefined)
    throw new Exit(2, '--live: expected a broker in RUNSHEET_BROKER or in site.yaml, found none.');
  return { broker, keep: own?.keep ?? 14 };
}

/** Waits until a condition holds for a member; returns false after a while, or once the room has stopped. */
function wait(member: Member, listen: Set<() => void>, patience: number, isSo: () => boolean): Promise<boolean> {
  return new Promise((answer) => {
    const end = (result: boolean) => {
      clearTimeout(timer);
      listen.delete(look);
      answer(result);
    };
    const look = () => {
      if (isSo()) end(true);
      else if (member.room().phase === 'stopped') end(false);
    };
    const timer = setTimeout(() => end(false), patience);
    listen.add(look);
    look();
  });
}

interface Visit {
  secret: Uint8Array;
  live: Live;
  /** The part of the room's run that is known already. */
  known: Run;
  name: string;
  /** The longest wait for the room each time, in milliseconds. */
  patience: number;
}

/** Joins a room with the part of its run that is known already. Stops with 7 where that does not succeed in time, with 3 where the room is another run's. */
export async function enterRoom({ secret, live, known, name, patience }: Visit): Promise<RoomStay> {
  let run = known;
  const listen = new Set<() => void>();
  const member = createMember({
    broker: live.broker,
    keys: await deriveKeys(crypto.subtle, secret),
    self: { run: known.id, page: known.page, keep: live.keep * 86_400 },
    name,
    start: known.start,
    take: (start, entries) => {
      run = addEntries({ ...run, start: Math.min(run.start, start) }, entries);
    },
    change: () => listen.forEach((look) => look()),
  });
  member.tell({ kind: 'run', entries: run.entries, start: run.start, from: 'elsewhere' });
  member.tell({ kind: 'join' });
  const leave = () => member.tell({ kind: 'leave' });
  if (!(await wait(member, listen, patience, () => member.room().phase === 'open'))) {
    leave();
    throw new Exit(7, `The room cannot be entered: ${[...member.room().troubles].join(', ') || 'no answer'}.`);
  }
  // Nothing of this run was heard, but something of another one: what is given here would reach nobody who works on this page.
  if (member.room().troubles.has('another-run') && member.room().cover.size === 0) {
    leave();
    throw new Exit(3, 'The room is about another run, or another page than the one that was named.');
  }
  return {
    run: () => run,
    give: async (entries) => {
      run = addEntries(run, entries);
      member.tell({ kind: 'run', entries: run.entries, start: run.start, from: 'here' });
      return wait(member, listen, patience, () => countPending(member.room()) === 0);
    },
    leave,
  };
}
