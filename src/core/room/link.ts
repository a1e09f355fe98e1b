import { hexOfBytes } from '~/core/hex-of-bytes';
import { ok, refuse, type Result } from '~/core/result';
import type { Refusal } from '~/core/snapshot/refusal';
import { seal, unseal } from '~/core/snapshot/seal';

/** The content of a room's link: the room's secret, 16 bytes, and the id of its run, 8 lower-case hex digits. */
export interface RoomLink {
  secret: Uint8Array;
  run: string;
}

const secretBytes = 16;
const runBytes = 4;

/** The text of a room's link after `run=`: the share link's seal with mode `L` [LV1]. */
export function writeRoomLink({ secret, run }: RoomLink): string {
  const id = run.match(/../g) ?? [];
  return seal('L', Uint8Array.from([...secret, ...id.map((pair) => parseInt(pair, 16))]));
}

/** Opens a fragment, with or without `#run=`, as the link of a room. The link of a run is refused as `version`. */
export function readRoomLink(fragment: unknown): Result<RoomLink, Refusal> {
  const opened = unseal(fragment, ['L']);
  if (!opened.ok) return opened;
  const { version, bytes } = opened.value;
  if (version !== '1') return refuse({ kind: 'version' });
  if (bytes.length !== secretBytes + runBytes) return refuse({ kind: 'corrupt' });
  return ok({ secret: bytes.slice(0, secretBytes), run: hexOfBytes(bytes.subarray(secretBytes)) });
}
