import { isSafeId } from '~/core/safe-id';
import { cleanText } from '~/core/text';
import { marks } from '~/core/page/page';
import { answers, compareEntries, type Entry } from '~/core/run/entry';

import { joinKey, kinds, splitKey, type Key } from './key';
import type { SnapshotPage } from './snapshot-page';

/** An entry whose position implies its key. */
export type Fact = Omit<Entry, 'key'>;

/** An entry that names its key, because its item or field is not on the page or because it concerns neither. */
export interface Extra extends Key {
  fact: Fact;
}

/** An entry whose key has another value by now. `place`: the index of its item, or of the extra that has its key. */
export interface Superseded {
  place: number;
  fact: Fact;
}

/** A run's state as a link lays it out. `marks` and `notes` by index of the item, `fields` by index of the field. */
export interface Body {
  /** The run's id as a number. */
  run: number;
  start: number;
  people: readonly string[];
  title: Fact | undefined;
  marks: readonly (Fact | undefined)[];
  notes: readonly (Fact | undefined)[];
  fields: readonly (Fact | undefined)[];
  extras: readonly Extra[];
  /** Superseded marks of items, and superseded facts of extras: both by place, then in their order [SN13]. */
  pastMarks: readonly Superseded[];
  pastExtras: readonly Superseded[];
}

const compareExtras = (a: Extra, b: Extra) =>
  kinds.findIndex((kind) => kind === a.kind) - kinds.findIndex((kind) => kind === b.kind) || (a.id < b.id ? -1 : 1);

const isOneOf = (known: readonly string[], value: string) => known.includes(value);

/** Returns whether an entry can be written: its value is not an unknown mark or answer [SN12]. */
export function canTravel({ key, value }: Entry): boolean {
  const { kind } = splitKey(key);
  return (kind !== 'mark' || isOneOf(marks, value)) && (kind !== 'hold' || isOneOf(answers, value));
}

/** Returns the fact that a link carries for an entry: its texts are clean. */
const factOf = ({ value, at, seq, by }: Entry): Fact => ({ value: cleanText(value), at, seq, by: cleanText(by) });

/** Lays out superseded entries by the place of their keys; only those before the key's present entry, once each. */
function layOutPast(
  superseded: readonly Entry[],
  nowAt: (key: string) => { place: number; fact: Fact } | undefined,
): Superseded[] {
  const past = superseded.flatMap((entry): (Superseded & { entry: Entry })[] => {
    const now = nowAt(entry.key);
    const fact = factOf(entry);
    const cleaned = { ...fact, key: entry.key };
    return now && compareEntries(cleaned, { ...now.fact, key: entry.key }) < 0
      ? [{ place: now.place, fact, entry: cleaned }]
      : [];
  });
  return past
    .toSorted((a, b) => a.place - b.place || compareEntries(a.entry, b.entry))
    .filter(({ entry }, i, all) => i === 0 || compareEntries(all[i - 1]?.entry ?? entry, entry) !== 0)
    .map(({ place, fact }) => ({ place, fact }));
}

/**
 * Lays out a state over a page's order [SN5], with its superseded entries [SN13]. The people stand in the order in which the layout meets
 * them.
 */
export function layOut(
  run: { id: string; start: number },
  state: Iterable<Entry>,
  page: SnapshotPage,
  superseded: readonly Entry[] = [],
): Body {
  const items = new Map(page.items.map((id, index) => [id, index]));
  const fields = new Map(page.fields.map((id, index) => [id, index]));
  const blank = (ids: readonly string[]) => ids.map((): Fact | undefined => undefined);
  const placed = { mark: blank(page.items), note: blank(page.items), field: blank(page.fields) };
  const extras: Extra[] = [];
  let title: Fact | undefined;
  for (const entry of state) {
    const { kind, id } = splitKey(entry.key);
    const fact = factOf(entry);
    const isPlaced = kind === 'mark' || kind === 'note' || kind === 'field';
    const index = isPlaced ? (kind === 'field' ? fields : items).get(id) : undefined;
    if (kind === 'title') title = fact;
    else if (isPlaced && index !== undefined) placed[kind][index] = fact;
    else if (isSafeId(id)) extras.push({ kind, id, fact });
  }
  extras.sort(compareExtras);
  const { mark, note, field } = placed;
  const pastMarks = layOutPast(superseded, (key) => {
    const { kind, id } = splitKey(key);
    const place = kind === 'mark' ? (items.get(id) ?? -1) : -1;
    const fact = mark[place];
    return fact && { place, fact };
  });
  const extraPlaces = new Map(extras.map((extra, i) => [joinKey(extra), i]));
  const pastExtras = layOutPast(superseded, (key) => {
    const place = extraPlaces.get(key) ?? -1;
    const fact = extras[place]?.fact;
    return fact && { place, fact };
  });
  const past = [...pastMarks, ...pastExtras].map(({ fact }) => fact);
  const facts = [title, ...mark, ...note, ...field, ...extras.map((extra) => extra.fact), ...past];
  const people = [...new Set(facts.flatMap((fact) => fact?.by ?? []))];
  return {
    run: parseInt(run.id, 16),
    start: run.start,
    people,
    title,
    marks: mark,
    notes: note,
    fields: field,
    extras,
    pastMarks,
    pastExtras,
  };
}

/** Returns whether a body holds more than the state: then its link is of format 2. */
export const hasPast = ({ pastMarks, pastExtras }: Body): boolean => pastMarks.length + pastExtras.length > 0;

/** The entries that a body laid out over a page's order holds, superseded ones among them. */
export function entriesOf(body: Body, page: SnapshotPage): Entry[] {
  const keyed = (kind: Key['kind'], facts: readonly (Fact | undefined)[], ids: readonly string[]) =>
    facts.flatMap((fact, index) => (fact ? [{ key: joinKey({ kind, id: ids[index] ?? '' }), ...fact }] : []));
  return [
    ...keyed('title', [body.title], ['']),
    ...keyed('mark', body.marks, page.items),
    ...keyed('note', body.notes, page.items),
    ...keyed('field', body.fields, page.fields),
    ...body.extras.map((extra) => ({ key: joinKey(extra), ...extra.fact })),
    ...body.pastMarks.map(({ place, fact }) => ({
      key: joinKey({ kind: 'mark', id: page.items[place] ?? '' }),
      ...fact,
    })),
    ...body.pastExtras.flatMap(({ place, fact }) => {
      const extra = body.extras[place];
      return extra ? [{ key: joinKey(extra), ...fact }] : [];
    }),
  ];
}
