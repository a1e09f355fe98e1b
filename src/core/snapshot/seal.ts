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

/** `1` holds a run's state; `2` also the superseded entries that matter [SN13]. */
export const versions = ['1', '2'] as const;
export type Version = (typeof versions)[number];

const headLength = 5;
const checkLength = 6;

/** The text of a link around a body's bytes: VER MODE LEN PAYLOAD CHECK [SN1]. */
export function seal(mode: Mode | RoomMode, bytes: Uint8Array, version: Version = '1'): string {
  const payload = writeBytes(bytes);
  const text = `${version}${mode}${writeNumber(payload.length, 3)}${payload}`;
  return `${text}${writeNumber(crc32(text), checkLength)}`;
}

/**
 * The breaks that tools insert into a long word: white space, a hyphen before it, all characters that nobody sees, and any beyond ASCII
 * that are escaped; and those of mails, whose lines end with "=" and are quoted by ">" or "|".
 */
const breaks = /-\s+|[\s=>|\p{Cf}\p{Mn}]|%(?:25)*[89a-f][0-9a-f]/giu;

/** A fragment without `#run=`, its escapes undone, however often somebody escaped it. */
const unescape = (fragment: string): string =>
  fragment
    .replace(/%(?:25)*([0-7][0-9a-f])/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
    .replace(/^#*(?:run=)?/i, '');

/** The letters and digits that a text begins with. */
const startOf = (text: string): string => text.replace(/[^0-9A-Za-z].*/s, '');

/** Returns the length that a text claims for itself; `undefined` if even that did not arrive. */
const lengthOf = (text: string): number | undefined =>
  text.length < headLength ? undefined : headLength + Number(readNumber(text.slice(2, headLength))) + checkLength;

const isWhole = (text: string): boolean => {
  const checked = text.slice(0, -checkLength);
  return text === `${checked}${writeNumber(crc32(checked), checkLength)}`;
};

/** The letters and digits that a text begins with across breaks, as many as they claim to be. */
function rejoin(text: string): string {
  const joined = startOf(text.replace(breaks, ''));
  return joined.slice(0, lengthOf(joined));
}

/** Returns the text in a fragment: its first letters and digits or, if that makes the text whole, those rejoined across breaks. */
function textOf(fragment: string): string {
  const found = unescape(fragment);
  const text = startOf(found);
  const rejoined = rejoin(found);
  // A link that was pasted into another one, or twice, is the last one in it. In a mail's own spelling "=" is "=3D".
  const inner = [...found.matchAll(/run=|^3D/gi)].map(({ 0: { length }, index }) => found.slice(index + length));
  const tries = [text, rejoined.length < text.length ? '' : rejoined, ...inner.slice(-2).map(rejoin)];
  return tries.find(isWhole) ?? startOf(inner.findLast((one) => one !== '') ?? found);
}

/** Opens the output of `seal`, in the order of SN3: each kind of damage on the way has its own refusal. `known`: the modes to read. */
export function unseal<Known extends string = Mode>(
  fragment: unknown,
  known: readonly (Known | Mode)[] = modes,
): Result<{ version: Version; mode: Known | Mode; bytes: Uint8Array }, Refusal> {
  if (typeof fragment !== 'string') return refuse({ kind: 'empty' });
  if (fragment.length > caps.fragment) return refuse({ kind: 'oversize' });
  const text = textOf(fragment);
  if (text === '') return refuse({ kind: 'empty' });
  const arrived = text.length;
  const expected = lengthOf(text);
  if (expected === undefined || arrived < expected) return refuse({ kind: 'truncated', arrived, expected });
  if (arrived > expected || !isWhole(text)) return refuse({ kind: 'corrupt' });
  const mode = known.find((letter) => letter === text[1]);
  const version = versions.find((one) => one === text[0]);
  if (version === undefined || mode === undefined) return refuse({ kind: 'version' });
  if (arrived > caps.characters) return refuse({ kind: 'oversize' });
  const bytes = readBytes(text.slice(headLength, -checkLength));
  return bytes === undefined ? refuse({ kind: 'corrupt' }) : ok({ version, mode, bytes });
}
