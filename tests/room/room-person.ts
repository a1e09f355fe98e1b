import { followEntry, type Entry } from '~/core/run/entry';
import { deriveKeys } from '~/core/room/keys';
import { countPending, namesIn } from '~/core/room/room';
import { createMember, type Member } from '~/room/member';

/** Somebody in a room, without a browser: a run of their own, and what the room brings into it. */
export interface RoomPerson {
  member: Member;
  entries: Entry[];
  tick: (item: string, value?: string) => void;
  pending: () => number;
  names: () => string[];
  /** The entries that they hold, in an order that does not depend on that of arrival. */
  holds: () => string[];
}

export const start = 29_000_000;
export const secret = Uint8Array.from({ length: 16 }, (_, i) => i + 1);

const keys = await deriveKeys(crypto.subtle, secret);
export const roomName = keys.room;

/** Somebody who joins at once, with the entries of before. */
export function joinAs(name: string, broker: string, before: readonly Entry[] = [], keep = 86_400): RoomPerson {
  const entries = [...before];
  const member = createMember({
    broker,
    keys,
    self: { run: '00c0ffee', page: 'runbooks/release', keep },
    name,
    start,
    take: (_, taken) => void entries.push(...taken),
    change: () => undefined,
  });
  member.tell({ kind: 'run', entries, start, from: 'elsewhere' });
  member.tell({ kind: 'join' });
  return {
    member,
    entries,
    tick: (item, value = 'done') => {
      const key = `mark/${item}`;
      const last = entries.filter((entry) => entry.key === key).at(-1);
      entries.push(followEntry(last, { key, value, by: name }, Math.floor(Date.now() / 60_000)));
      member.tell({ kind: 'run', entries, start, from: 'here' });
    },
    pending: () => countPending(member.room()),
    names: () => namesIn(member.room()).toSorted(),
    holds: () => entries.map((entry) => JSON.stringify(Object.entries(entry).toSorted())).toSorted(),
  };
}

/** Waits until something is so, looking whenever the event loop is free; fails after `most` milliseconds. */
export async function until(isSo: () => boolean, most = 240_000): Promise<void> {
  const end = Date.now() + most;
  while (!isSo()) {
    if (Date.now() > end) throw new Error(`not so within ${String(most)} ms: ${isSo.toString()}`);
    await new Promise((next) => setTimeout(next, 2));
  }
}
