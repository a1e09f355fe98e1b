import { expect } from 'vitest';
import { until, type RoomPerson } from './room-person';

/** The number of items that each person ticks in a round. `ROOM_TICKS=300` makes the round as long as a long night's. */
export const ticks = Number(process.env['ROOM_TICKS'] ?? 60);

export const isOpen = ({ member }: RoomPerson): boolean => member.room().phase === 'open';

/** Waits until all are in the room, and has them try again at once where the broker is still starting. */
export async function untilIn(people: readonly RoomPerson[]): Promise<void> {
  const again = setInterval(() => people.forEach(({ member }) => member.tell({ kind: 'wake' })), 300);
  await until(() => people.every(isOpen)).finally(() => clearInterval(again));
}

/** Waits until somebody has noticed that the broker is gone. */
export const untilLost = (people: readonly RoomPerson[]): Promise<void> => until(() => !people.every(isOpen));

/** Several people tick their items in equal parts, and something happens to the broker after each part but the last. */
export async function tickThrough(
  people: readonly RoomPerson[],
  happenings: readonly (() => Promise<void> | void)[],
): Promise<void> {
  const part = Math.ceil(ticks / (happenings.length + 1));
  for (let i = 0; i < ticks; i++) {
    if (i > 0 && i % part === 0) await happenings[i / part - 1]?.();
    people.forEach((person, n) => person.tick(`${String(n)}-${String(i)}`));
    await new Promise((next) => setTimeout(next, 5));
  }
  await untilIn(people);
  await until(() =>
    people.every((person) => person.pending() === 0 && person.entries.length === people.length * ticks),
  );
  for (const person of people) expect(person.holds()).toEqual(people[0]?.holds());
}
