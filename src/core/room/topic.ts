/** A message's place in a room: a segment of a writer, or the writer's presence. `writer`: 16 hex digits. */
export type Place = { kind: 'segment'; writer: string; n: number } | { kind: 'presence'; writer: string };

/** All topics of a room, for the subscription. */
export const topicsOf = (room: string): string => `rs/1/${room}/#`;

/** The topic of a place [LV3]. */
export const topicOf = (room: string, place: Place): string =>
  place.kind === 'segment' ? `rs/1/${room}/s/${place.writer}/${String(place.n)}` : `rs/1/${room}/p/${place.writer}`;

/** The place that a topic names; `undefined` where it is none of the room's. */
export function readTopic(room: string, topic: string): Place | undefined {
  const head = `rs/1/${room}/`;
  if (!topic.startsWith(head)) return undefined;
  const segment = /^s\/([0-9a-f]{16})\/(0|[1-9]\d{0,4})$/.exec(topic.slice(head.length));
  if (segment) return { kind: 'segment', writer: segment[1] ?? '', n: Number(segment[2]) };
  const presence = /^p\/([0-9a-f]{16})$/.exec(topic.slice(head.length));
  return presence ? { kind: 'presence', writer: presence[1] ?? '' } : undefined;
}
