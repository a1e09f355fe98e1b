import { expect } from 'vitest';
import type { Result } from '~/core/result';
import { stateOf, type Run } from '~/core/run/run';
import { decodeSnapshot, readEnvelope } from '~/core/snapshot/decode';
import { encodeSnapshot } from '~/core/snapshot/encode';
import type { Refusal } from '~/core/snapshot/refusal';
import type { Mode } from '~/core/snapshot/seal';
import type { SnapshotPage } from '~/core/snapshot/snapshot-page';

/** The link's text, of a run that fits. */
export function encode(run: Run, page: SnapshotPage, mode: Mode): string {
  const encoded = encodeSnapshot(run, page, { mode });
  if (!encoded.ok) throw new Error(`the run does not fit: ${encoded.reason}`);
  return encoded.value;
}

/** Reads a fragment as a page does. */
export function tryDecode(fragment: unknown, known: SnapshotPage): Result<Run, Refusal> {
  const envelope = readEnvelope(fragment);
  return envelope.ok ? decodeSnapshot(envelope.value, known) : envelope;
}

/** The reason why a fragment cannot be read; throws if it can. */
export function refusalOf(fragment: unknown, known: SnapshotPage): Refusal {
  const decoded = tryDecode(fragment, known);
  if (decoded.ok) throw new Error(`this can be read: ${JSON.stringify(decoded.value)}`);
  return decoded.reason;
}

/** The run in a link that can be read. */
export function decode(fragment: string, known: SnapshotPage): Run {
  const decoded = tryDecode(fragment, known);
  if (!decoded.ok) throw new Error(`the link cannot be read: ${decoded.reason.kind}`);
  return decoded.value;
}

export const expectSameState = (actual: Run, expected: Run) =>
  expect([actual.id, actual.start, stateOf(actual)]).toEqual([expected.id, expected.start, stateOf(expected)]);
