import { hexOf } from '~/core/hex-of';
import { areTexts } from '~/core/are-texts';
import { isObject } from '~/core/json';
import { ok, refuse, type Result } from '~/core/result';
import { fingerprint, type SnapshotPage } from '~/core/snapshot/snapshot-page';
import { readRanges, writeRanges } from './ranges';

/** The order of a page at one build, as ranges of indexes into its file's ids. `fingerprint`: 8 hex digits. */
export interface Revision {
  fingerprint: string;
  items: string;
  fields: string;
}

/** An item's text and place from a given build on: its id, its text, the titles above it from the nearest outwards. */
export type ItemText = readonly [id: string, text: string, ...headings: string[]];

/** A field's label from a given build on: the field's id and the label. */
export type FieldLabel = readonly [id: string, label: string];

/**
 * `content/revisions/<page>.json`: every id that a page ever had, in order of first appearance, and the order of each revision. It only
 * grows, at its ends: indexes never change their meaning [RV1]. Format 2 adds the text and place of each item and the label of each field:
 * if an id has several such lines, the last one counts [RV5].
 */
export interface RevisionFile {
  format: 1 | 2;
  page: string;
  items: readonly string[];
  fields: readonly string[];
  revisions: readonly Revision[];
  texts?: readonly ItemText[];
  labels?: readonly FieldLabel[];
}

/** Creates the revision file of a page that has no revision yet. */
export const createRevisionFile = (page: string): RevisionFile => ({
  format: 1,
  page,
  items: [],
  fields: [],
  revisions: [],
});

/** A fingerprint as 8 lower-case hex digits. */
export const writeFingerprint = (fingerprint: number): string => hexOf(fingerprint, 8);

const sameIds = (a: readonly string[], b: readonly string[]) =>
  a.length === b.length && a.every((id, index) => id === b[index]);

/** The order of the revision with that fingerprint, or `undefined` if the file has none [RV2]. */
export function orderOf(file: RevisionFile, wanted: number): SnapshotPage | undefined {
  const revision = file.revisions.find((known) => known.fingerprint === writeFingerprint(wanted));
  if (revision === undefined) return undefined;
  const items = readRanges(revision.items, file.items.length)?.map((index) => file.items[index] ?? '');
  const fields = readRanges(revision.fields, file.fields.length)?.map((index) => file.fields[index] ?? '');
  return items && fields && { id: file.page, items, fields };
}

/** Returns whether links of the present page may name its revision (mode R): the file has it, and no other one of that fingerprint. */
export function isRecorded(file: RevisionFile, page: SnapshotPage): boolean {
  const known = orderOf(file, fingerprint(page));
  return known !== undefined && sameIds(known.items, page.items) && sameIds(known.fields, page.fields);
}

/** The file with the page's present revision in it; the same object if that fingerprint is in it already [RV1]. */
export function recordRevision(file: RevisionFile, page: SnapshotPage): RevisionFile {
  const name = writeFingerprint(fingerprint(page));
  if (file.revisions.some((known) => known.fingerprint === name)) return file;
  const items = [...new Set([...file.items, ...page.items])];
  const fields = [...new Set([...file.fields, ...page.fields])];
  const rangesOf = (all: readonly string[], ids: readonly string[]) => {
    const indexes = new Map(all.map((id, index) => [id, index]));
    return writeRanges(ids.map((id) => indexes.get(id) ?? 0));
  };
  const revision = { fingerprint: name, items: rangesOf(items, page.items), fields: rangesOf(fields, page.fields) };
  return { ...file, items, fields, revisions: [...file.revisions, revision] };
}

/** The reasons why a revision file cannot be used: a closed list. */
export type RevisionRefusal = 'not-a-revision-file' | 'newer' | 'other-page' | 'bad-ids' | 'bad-order' | 'bad-texts';

const areIds = (value: unknown): value is string[] => areTexts(value) && new Set(value).size === value.length;

function readRevision(value: unknown, items: number, fields: number): Revision | undefined {
  if (!isObject(value) || typeof value['fingerprint'] !== 'string') return undefined;
  if (!/^[0-9a-f]{8}$/.test(value['fingerprint'])) return undefined;
  if (typeof value['items'] !== 'string' || readRanges(value['items'], items) === undefined) return undefined;
  if (typeof value['fields'] !== 'string' || readRanges(value['fields'], fields) === undefined) return undefined;
  return { fingerprint: value['fingerprint'], items: value['items'], fields: value['fields'] };
}

const areLines = (value: unknown, least: number): value is [string, string, ...string[]][] =>
  Array.isArray(value) && value.every((line) => areTexts(line) && line.length >= least);

/** Reads the revision file of a page from parsed JSON: all of it, or the reason why not [RV4]. */
export function decodeRevisionFile(value: unknown, ofPage: string): Result<RevisionFile, RevisionRefusal> {
  if (!isObject(value) || typeof value['format'] !== 'number') return refuse('not-a-revision-file');
  if (value['format'] > 2) return refuse('newer');
  const { format, page, items, fields, revisions, texts, labels } = value;
  if ((format !== 1 && format !== 2) || typeof page !== 'string' || !Array.isArray(revisions))
    return refuse('not-a-revision-file');
  if (page !== ofPage) return refuse('other-page');
  if (!areIds(items) || !areIds(fields)) return refuse('bad-ids');
  const read: Revision[] = [];
  for (const revision of revisions) {
    const known = readRevision(revision, items.length, fields.length);
    if (known === undefined) return refuse('bad-order');
    read.push(known);
  }
  if (format === 1) return ok({ format, page, items, fields, revisions: read });
  if (!areLines(texts, 2) || !areLines(labels, 2)) return refuse('bad-texts');
  const named = labels.map(([id, label]): FieldLabel => [id, label]);
  return ok({ format, page, items, fields, revisions: read, texts, labels: named });
}

/** All ids to look for when a portable link is read: the page's, and those that it ever had. */
export const knownIds = (page: SnapshotPage, file?: RevisionFile): SnapshotPage => ({
  id: page.id,
  items: [...new Set([...page.items, ...(file?.items ?? [])])],
  fields: [...new Set([...page.fields, ...(file?.fields ?? [])])],
});
