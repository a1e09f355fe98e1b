import type { RoomKeys } from '~/core/room/keys';
import { openPayload } from '~/core/room/payload';
import { readPresence } from '~/core/room/presence';
import type { Message } from '~/core/room/room';
import { readSegment } from '~/core/room/segment';
import { readTopic } from '~/core/room/topic';
import type { Heard } from './broker';

const { subtle } = globalThis.crypto;

/**
 * Opens what was heard at a topic, for the reducer. A segment that is missing or cannot be read is told as such; of a
 * presence like that, as of a topic that is not the room's, nothing is told.
 */
async function openHeard({ room, key }: RoomKeys, { topic, message, left }: Heard): Promise<Message[]> {
  const place = readTopic(room, topic);
  if (place === undefined) return [];
  const { kind, writer } = place;
  if (kind === 'presence') {
    if (message.length === 0) return [];
    const opened = await openPayload(subtle, key, { topic, message });
    const presence = opened.ok ? readPresence(opened.value) : opened;
    return presence.ok ? [{ kind, writer, presence: presence.value }] : [];
  }
  const nothing: Message = { kind: 'nothing', writer, n: place.n };
  if (message.length === 0) return [nothing];
  const opened = await openPayload(subtle, key, { topic, message });
  const segment = opened.ok ? readSegment(opened.value) : opened;
  if (!segment.ok) return [nothing, { kind: 'trouble', trouble: segment.reason }];
  return [{ kind, writer, n: place.n, segment: segment.value, left }];
}

/**
 * Makes the function that takes what is heard. It is opened in parallel and passed on in the order of its arrival; what
 * arrives while other messages are being opened gathers, and follows together.
 */
export function makeInbox(keys: RoomKeys, pass: (messages: readonly Message[]) => void): (heard: Heard) => void {
  let arrived: Promise<Message[]>[] = [];
  let isOpening = false;
  const openAll = async () => {
    try {
      while (arrived.length > 0) {
        const opened = Promise.all(arrived);
        arrived = [];
        const messages = (await opened).flat();
        if (messages.length > 0) pass(messages);
      }
    } finally {
      isOpening = false;
    }
  };
  return (heard) => {
    arrived.push(openHeard(keys, heard));
    if (isOpening) return;
    isOpening = true;
    // Messages that the broker sends in one go arrive in one turn.
    queueMicrotask(() => void openAll());
  };
}
