import { caps } from '~/core/run/caps';
import { createNumberModel, type Coder } from './coder';
import type { Mode } from './seal';

/** The base that a body is laid out over: a revision, by its fingerprint, or (portable) the hashes of the items and fields it refers to. */
export type Head =
  | { mode: 'R'; fingerprint: number }
  | { mode: 'P'; page: number; salt: number; items: readonly number[]; fields: readonly number[] };

/** Writes or reads a head: the start of every body [SN5]. */
export function codeHead(coder: Coder, mode: Mode, head?: Head): Head {
  if (mode === 'R') return { mode, fingerprint: coder.raw(32, head?.mode === 'R' ? head.fingerprint : undefined) };
  const given = head?.mode === 'P' ? head : undefined;
  const page = coder.raw(32, given?.page);
  const salt = coder.raw(8, given?.salt);
  const itemCount = coder.number(createNumberModel(), 0, given?.items.length, caps.items);
  const fieldCount = coder.number(createNumberModel(), 0, given?.fields.length, caps.fields);
  const hashes = (count: number, values: readonly number[] | undefined) =>
    Array.from({ length: count }, (_, i) => coder.raw(32, values?.[i]));
  return { mode, page, salt, items: hashes(itemCount, given?.items), fields: hashes(fieldCount, given?.fields) };
}
