import { onceEach } from '~/core/once-each';
import type { Entry } from '~/core/run/entry';
import { readEntry, rowOf } from '~/core/run/record';
import { caps } from '~/core/run/caps';
import { splitKey } from '~/core/snapshot/key';
import { isSafeId } from '~/core/safe-id';
import { cleanText } from '~/core/text';

/** An entry as it is sent into a room: clean, with the text that is its identity in a room, and that text's size in bytes. */
export interface RoomEntry {
  id: string;
  bytes: number;
  entry: Entry;
}

const encoder = new TextEncoder();
const bytesOf = (text: string) => encoder.encode(text).length;

function prepare(given: Entry): RoomEntry | undefined {
  const entry: Entry = { ...given, value: cleanText(given.value), by: cleanText(given.by) };
  const { id: about } = splitKey(entry.key);
  const isWithin =
    bytesOf(about) <= caps.id && bytesOf(entry.value) <= caps.text && bytesOf(entry.by) <= caps.name && isSafeId(about);
  const id = JSON.stringify(rowOf(entry));
  // An unreadable entry is not sent: the same decoder judges it here and at the receiver.
  return isWithin && readEntry(rowOf(entry)) !== undefined ? { id, bytes: bytesOf(id), entry } : undefined;
}

/** Prepares an entry for a room; `undefined` if it exceeds a link's limits for one entry [SN6]: then it stays here. */
export const toRoomEntry: (entry: Entry) => RoomEntry | undefined = onceEach(prepare);
