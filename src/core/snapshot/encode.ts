import { ok, refuse, type Result } from '~/core/result';
import type { Entry } from '~/core/run/entry';
import { stateOf, type Run } from '~/core/run/run';
import { canTravel, hasPast, layOut, type Body } from './body';
import { caps } from '~/core/run/caps';
import { openWriter } from './channel';
import { createCoder } from './coder';
import { codeHead, type Head } from './head';
import { splitKey } from './key';
import { codeBody } from './layout';
import { Refused, within } from './refusal';
import { seal, type Mode, type Version } from './seal';
import { fingerprint, hashPage, type SnapshotPage } from './snapshot-page';
import { hideIds, translateEntries, type Translation } from './stranger';
import { findSuperseded } from './superseded';

/** Returns the version of the format that a body needs: the first is enough for most. */
export const versionOf = (body: Body): Version => (hasPast(body) ? '2' : '1');

/** Encodes a body as bytes. Throws a `Refused` if a cap is exceeded. */
export function writeBody(head: Head, body: Body): Uint8Array {
  const writer = openWriter();
  const coder = createCoder(writer);
  codeHead(coder, head.mode, head);
  codeBody(coder, { items: body.marks.length, fields: body.fields.length }, versionOf(body), body);
  return writer.finish();
}

/** The part of an order that entries are about. */
export function narrowOrder(page: SnapshotPage, entries: readonly Entry[]): SnapshotPage {
  const split = entries.map(({ key }) => splitKey(key));
  const items = new Set(split.flatMap(({ kind, id }) => (kind === 'mark' || kind === 'note' ? [id] : [])));
  const fields = new Set(split.flatMap(({ kind, id }) => (kind === 'field' ? [id] : [])));
  return {
    id: page.id,
    items: page.items.filter((id) => items.has(id)),
    fields: page.fields.filter((id) => fields.has(id)),
  };
}

/** Returns the head of a portable link over an order of strangers that share one salt. */
export function portableHead({ id, items, fields }: SnapshotPage, salt: number): Head {
  const hashes = (strangers: readonly string[]) => strangers.map((stranger) => parseInt(stranger.slice(1, 9), 16));
  return { mode: 'P', page: hashPage(id), salt, items: hashes(items), fields: hashes(fields) };
}

/** The order that a body is laid out over, its head, and the translation of the ids in it. */
interface Over {
  head: Head;
  order: SnapshotPage;
  translation: Translation | undefined;
}

/** Replaces the ids in the page and the entries with hashes, under the first salt with which no two of them collide. */
function hide(page: SnapshotPage, entries: readonly Entry[]): Over & { hidden: Entry[] } {
  const strangers = new Set(entries.map(({ key }) => splitKey(key).id));
  for (let salt = 0; salt < 256; salt++) {
    const translation = hideIds(page, salt);
    const items = [...translation.item.values()];
    const fields = [...translation.field.values()];
    const clash = [items, fields].some(
      (names) => new Set(names).size < names.length || names.some((name) => strangers.has(name)),
    );
    if (clash) continue;
    const hidden = translateEntries(entries, translation);
    const order = narrowOrder({ id: page.id, items, fields }, hidden);
    return { head: portableHead(order, salt), order, hidden, translation };
  }
  throw new Refused({ kind: 'oversize' });
}

/** A link's text, and the number of superseded entries that found no room in it. */
export interface Encoded {
  text: string;
  dropped: number;
}

/** Returns the text for a state and its superseded entries; `oversize` if they do not fit. */
function write(run: Run, page: SnapshotPage, mode: Mode, superseded: readonly Entry[]): Result<string, 'oversize'> {
  try {
    within(page.items.length, caps.items);
    within(page.fields.length, caps.fields);
    within(run.start, caps.minute);
    const state = [...stateOf(run).values()].filter(canTravel);
    const { head, order, hidden, translation } =
      mode === 'P'
        ? hide(page, state)
        : { head: { mode, fingerprint: fingerprint(page) }, order: page, hidden: state, translation: undefined };
    const past = translation ? translateEntries(superseded, translation) : superseded;
    const body = layOut(run, hidden, order, past);
    const text = seal(mode, writeBody(head, body), versionOf(body));
    return text.length > caps.characters ? refuse('oversize') : ok(text);
  } catch (error) {
    if (error instanceof Refused) return refuse('oversize');
    throw error;
  }
}

/**
 * Encodes a run as a link's text: its state and the superseded entries that matter [SN13]. If they do not all fit, only the state is
 * written, and all superseded entries count as dropped.
 */
export function encodeRecord(run: Run, page: SnapshotPage, { mode }: { mode: Mode }): Result<Encoded, 'oversize'> {
  const { carried, dropped } = findSuperseded(run, page, canTravel);
  const whole = write(run, page, mode, carried);
  if (whole.ok) return ok({ text: whole.value, dropped });
  const state = write(run, page, mode, []);
  return state.ok ? ok({ text: state.value, dropped: dropped + carried.length }) : state;
}

/**
 * The text of a link's fragment after `run=` [SN1]: names, notes and all. Mode `R` for a page whose revision is in the page's revision
 * file, else `P`. What does not fit the caps is `oversize`: offer the exports.
 */
export function encodeSnapshot(run: Run, page: SnapshotPage, how: { mode: Mode }): Result<string, 'oversize'> {
  const encoded = encodeRecord(run, page, how);
  return encoded.ok ? ok(encoded.value.text) : encoded;
}
