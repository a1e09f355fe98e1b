import type { EmbeddedBroker } from '~/build/live/embedded-broker';
import { deriveKeys } from '~/core/room/keys';
import { readRoomLink } from '~/core/room/link';
import { sealPayload } from '~/core/room/payload';
import { writeSegment } from '~/core/room/segment';
import { topicOf } from '~/core/room/topic';
import { toRoomEntry } from '~/core/room/room-entry';

const segmentEntries = 32;

/** Writes so many entries into the room of a link, as somebody would who has the link and means harm. */
export async function floodRoom(broker: EmbeddedBroker, link: string, page: string, count: number): Promise<void> {
  const read = readRoomLink(link.replace(/^.*#/, ''));
  if (!read.ok) throw new Error('not the link of a room');
  const { secret, run } = read.value;
  const { room, key } = await deriveKeys(crypto.subtle, secret);
  const start = Math.floor(Date.now() / 60_000);
  for (let n = 0; n * segmentEntries < count; n++) {
    const roomEntries = Array.from({ length: segmentEntries }, (_, i) =>
      toRoomEntry({ key: `mark/flood-${n}-${i}`, value: 'done', at: start, seq: 0, by: '' }),
    ).filter((one) => one !== undefined);
    const topic = topicOf(room, { kind: 'segment', writer: 'ffffffffffffffff', n });
    const text = writeSegment({ run, page, start, roomEntries });
    const sealed = await sealPayload(crypto.subtle, key, {
      topic,
      text,
      nonce: crypto.getRandomValues(new Uint8Array(12)),
    });
    if (sealed.ok) await broker.publish(topic, Buffer.from(sealed.value));
  }
}
