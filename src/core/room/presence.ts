import { parseJson } from '~/core/json';
import { ok, refuse, type Result } from '~/core/result';
import { caps } from '~/core/run/caps';
import { cleanText } from '~/core/text';
import type { Digest } from './digest';

/** A person's message about themselves. `interval`: seconds until the next one. `digest`: of all entries that they see in the room. */
export interface Presence {
  word: 'hello' | 'here' | 'bye';
  name: string;
  interval: number;
  digest: Digest | undefined;
}

const longestInterval = 3600;
const uint32 = (value: unknown): value is number =>
  Number.isInteger(value) && Number(value) >= 0 && Number(value) < 2 ** 32;

/** Writes a presence as text: `[word, name, interval, digest?]`. */
export const writePresence = ({ word, name, interval, digest }: Presence): string =>
  JSON.stringify(digest === undefined ? [word, name, interval] : [word, name, interval, digest]);

const isWord = (value: unknown): value is Presence['word'] => value === 'hello' || value === 'here' || value === 'bye';

const isName = (value: unknown): value is string =>
  typeof value === 'string' && value === cleanText(value) && new TextEncoder().encode(value).length <= caps.name;

function readDigest(value: unknown): Digest | undefined {
  if (!Array.isArray(value)) return undefined;
  const [count, first, second] = value as unknown[];
  return uint32(count) && uint32(first) && uint32(second) ? [count, first, second] : undefined;
}

/** Reads a presence from a text of any origin. A name is a claim, like everything that comes from a room. */
export function readPresence(text: string): Result<Presence, 'unreadable'> {
  const parts = parseJson(text);
  if (!Array.isArray(parts)) return refuse('unreadable');
  const [word, name, interval, digest] = parts as unknown[];
  if (!isWord(word) || !isName(name) || !uint32(interval) || interval > longestInterval) return refuse('unreadable');
  return ok({ word, name, interval, digest: readDigest(digest) });
}
