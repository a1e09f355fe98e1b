import type { Room, Seen } from './room';
import type { RoomEntry } from './room-entry';

/**
 * A room during one step: its large maps are copies that belong to the step and are written to in place. So a step that hears hundreds of
 * messages copies what the room holds once, and not once a message.
 */
export interface Draft extends Room {
  held: Map<string, RoomEntry>;
  seen: Map<string, Seen>;
  cover: Map<string, number>;
}

/** Starts a draft of a room; the room itself stays as it is. */
export const draft = (room: Room): Draft => ({
  ...room,
  held: new Map(room.held),
  seen: new Map(room.seen),
  cover: new Map(room.cover),
});
