import { roomCaps } from './caps';
import { countIn } from './digest';
import type { Draft } from './draft';
import { placeOf, type Room, type Seen } from './room';
import { takeOverAfter } from './timing';

/** Sets or clears the segment at a place, and updates the cover and the digest. */
function put(room: Draft, place: string, next: Seen | undefined): { room: Draft; uncovered: string[] } {
  const { seen, cover } = room;
  const before = seen.get(place)?.ids ?? [];
  let { digest } = room;
  if (next === undefined) seen.delete(place);
  else seen.set(place, next);
  for (const id of next?.ids ?? []) {
    const times = cover.get(id) ?? 0;
    cover.set(id, times + 1);
    if (times === 0) digest = countIn(digest, id, 1);
  }
  const uncovered: string[] = [];
  for (const id of before) {
    const times = cover.get(id) ?? 0;
    if (times > 1) cover.set(id, times - 1);
    else if (cover.delete(id)) {
      digest = countIn(digest, id, -1);
      uncovered.push(id);
    }
  }
  return { room: { ...room, digest }, uncovered };
}

/**
 * Sets the entries of a place from now on, or none. Entries that no segment holds any more are published again by their writer, else taken
 * over by somebody after a while [LV8].
 */
export function show(
  room: Draft,
  { writer, n }: { writer: string; n: number },
  next: Seen | undefined,
  { now, chance }: { now: number; chance: number },
): Draft {
  const place = placeOf(writer, n);
  const { room: shown, uncovered } = put(room, place, next);
  const isMine = writer === room.self.writer;
  if (isMine || !uncovered.some((id) => room.held.has(id))) return shown;
  return { ...shown, takeOverAt: room.takeOverAt ?? now + takeOverAfter(chance) };
}

/** Returns whether one more place would exceed the room's limit. */
export const isCrowded = ({ seen }: Room, place: string): boolean => seen.size >= roomCaps.topics && !seen.has(place);
