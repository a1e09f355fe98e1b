import { hexOf } from '~/core/hex-of';
import { ok, refuse, type Result } from '~/core/result';
import { orderEntries, stateOf, type Run } from '~/core/run/run';
import { entriesOf, layOut } from './body';
import { openReader } from './channel';
import { createCoder } from './coder';
import { narrowOrder, portableHead, versionOf, writeBody } from './encode';
import { codeHead, type Head } from './head';
import { codeBody } from './layout';
import { Refused, type Refusal } from './refusal';
import { unseal, type Version } from './seal';
import { fingerprint, hashPage, type SnapshotPage } from './snapshot-page';
import { nameStrangers, strangerOf } from './stranger';

/** An opened link whose body is still to be read: its head names the order that the body is laid out over. */
export interface Envelope {
  version: Version;
  head: Head;
  bytes: Uint8Array;
}

/** Returns the result of `work`, or the refusal that stopped it. */
function attempt<Value>(work: () => Value): Result<Value, Refusal> {
  try {
    return ok(work());
  } catch (error) {
    if (error instanceof Refused) return refuse(error.refusal);
    throw error;
  }
}

/**
 * Opens a fragment [SN3], with or without `#run=`. The head then names what `decodeSnapshot` needs: in mode R the order of the revision
 * with that fingerprint, in mode P the page and, better, all ids that it ever had.
 */
export function readEnvelope(fragment: unknown): Result<Envelope, Refusal> {
  const opened = unseal(fragment);
  if (!opened.ok) return opened;
  const { version, mode, bytes } = opened.value;
  return attempt(() => ({ version, head: codeHead(createCoder(openReader(bytes)), mode), bytes }));
}

/** The order that a body is laid out over: the revision's, or that of the hashes in the link. */
function orderOf(head: Head, known: SnapshotPage): SnapshotPage {
  if (head.mode === 'R') {
    if (fingerprint(known) !== head.fingerprint) throw new Refused({ kind: 'revision' });
    return known;
  }
  if (hashPage(known.id) !== head.page) throw new Refused({ kind: 'page' });
  const strangers = (hashes: readonly number[]) => hashes.map((hash) => strangerOf(hash, head.salt));
  return { id: known.id, items: strangers(head.items), fields: strangers(head.fields) };
}

const sameBytes = (a: Uint8Array, b: Uint8Array) => a.length === b.length && a.every((byte, i) => byte === b[i]);

/**
 * Decodes the run in a link: its state and, in format 2, the superseded entries that matter. `known`: the revision that the head names or,
 * for mode P, all ids to look for; an id not among these becomes a stranger (SN9). Bytes that would not be written again for that run are
 * `corrupt` [SN7].
 */
export const decodeSnapshot = ({ version, head, bytes }: Envelope, known: SnapshotPage): Result<Run, Refusal> =>
  attempt(() => {
    const order = orderOf(head, known);
    const coder = createCoder(openReader(bytes));
    codeHead(coder, head.mode);
    const body = codeBody(coder, { items: order.items.length, fields: order.fields.length }, version);
    const run = { id: hexOf(body.run, 8), page: known.id, start: body.start };
    const entries = orderEntries(entriesOf(body, order));
    const state = new Set(stateOf({ ...run, entries }).values());
    const used = head.mode === 'R' ? order : narrowOrder(order, [...state]);
    const past = entries.filter((entry) => !state.has(entry));
    const laid = layOut(run, state, used, past);
    const again = writeBody(head.mode === 'R' ? head : portableHead(used, head.salt), laid);
    if (versionOf(laid) !== version || !sameBytes(again, bytes)) throw new Refused({ kind: 'corrupt' });
    return { ...run, entries: orderEntries(nameStrangers(entries, known)) };
  });
