import { ok, refuse, type Result } from '~/core/result';
import { caps } from '~/core/run/caps';
import { crc32 } from './crc32';
import { readBytes, readNumber, writeBytes, writeNumber } from './digits';
import type { Refusal } from './refusal';

/** `R` names a revision of the page; `P` is portable: it names items by hashes. */
export const modes = ['R', 'P'] as const;
export type Mode = (typeof modes)[number];

/** `L` holds no run but the way to a room (core/room/link.ts): a reader of runs does not know it. */
export type RoomMode = 'L';

const version = '1';
const headLength = 5;
const checkLength = 6;

/** The text of a link around a body's bytes: VER MODE LEN PAYLOAD CHECK [SN1]. */
export function seal(mode: Mode | RoomMode, bytes: Uint8Array): string {
  const payload = writeBytes(bytes);
  const text = `${version}${mode}${writeNumber(payload.length, 3)}${payload}`;
  return `${text}${writeNumber(crc32(text), checkLength)}`;
}

/** The run of letters and digits at the start of a fragment, with or without `#run=`, percent-escaped or not. */
const textOf = (fragment: string): string =>
  /^#?(?:run=)?([0-9A-Za-z]*)/.exec(
    fragment.replace(/%([0-7][0-9a-f])/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))),
  )?.[1] ?? '';

/** Opens what `seal` made, in the order of SN3: each thing that may have happened on the way has its own refusal. `known`: the modes to read. */
export function unseal<Known extends string = Mode>(
  fragment: unknown,
  known: readonly (Known | Mode)[] = modes,
): Result<{ mode: Known | Mode; bytes: Uint8Array }, Refusal> {
  if (typeof fragment !== 'string') return refuse({ kind: 'empty' });
  if (fragment.length > caps.fragment) return refuse({ kind: 'oversize' });
  const text = textOf(fragment);
  if (text === '') return refuse({ kind: 'empty' });
  const arrived = text.length;
  if (arrived < headLength) return refuse({ kind: 'truncated', arrived, expected: undefined });
  const expected = headLength + Number(readNumber(text.slice(2, headLength))) + checkLength;
  if (arrived < expected) return refuse({ kind: 'truncated', arrived, expected });
  const checked = text.slice(0, expected - checkLength);
  if (text !== `${checked}${writeNumber(crc32(checked), checkLength)}`) return refuse({ kind: 'corrupt' });
  const mode = known.find((letter) => letter === text[1]);
  if (text[0] !== version || mode === undefined) return refuse({ kind: 'version' });
  if (arrived > caps.characters) return refuse({ kind: 'oversize' });
  const bytes = readBytes(checked.slice(headLength));
  return bytes === undefined ? refuse({ kind: 'corrupt' }) : ok({ mode, bytes });
}
