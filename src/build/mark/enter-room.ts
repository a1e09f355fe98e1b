import { messageOf } from '~/build/message-of';
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

/** Reads the broker of the site's settings. Stops with 2 where these cannot be read: nothing else must look like what `--fail-on` names. */
function readBroker(read: () => string | undefined): string | undefined {
  try {
    return read();
  } catch (error) {
    throw new Exit(2, `The site's settings cannot be read: ${messageOf(error)}`);
  }
}

/** The broker: from the environment, else from the site's own settings. */
export async function findBroker(env: Record<string, string | undefined>): Promise<string> {
  const named = env['RUNSHEET_BROKER'];
  if (named !== undefined) return named;
  const { readSite } = await import('~/build/site/read-site');
  const broker = readBroker(() => readSite(env['CONTENT_DIR'] ?? 'content').live?.broker);
  if (broker === undefined)
    throw new Exit(2, '--live: expected a broker in RUNSHEET_BROKER or in site.yaml, found none.');
  return broker;
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
  broker: string;
  /** The part of the room's run that is known already. */
  known: Run;
  name: string;
  /** The longest wait for the room each time, in milliseconds. */
  patience: number;
}

/** Joins a room with the part of its run that is known already. Stops with 7 where that does not succeed in time, with 3 where the room is another run's. */
export async function enterRoom({ secret, broker, known, name, patience }: Visit): Promise<RoomStay> {
  let run = known;
  const listen = new Set<() => void>();
  const member = createMember({
    broker,
    keys: await deriveKeys(crypto.subtle, secret),
    self: { run: known.id, page: known.page, keep: 14 * 86_400 },
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
