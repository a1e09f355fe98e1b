import { findFormer } from '~/core/page/former';
import type { Field } from '~/core/page/page';
import { findChanges, type Changes } from '~/core/revision/changes';
import { findLaterIds, isOfLater } from '~/core/revision/later-ids';
import { orderOf, type RevisionFile } from '~/core/revision/revision';
import { proposeFields, proposeRewordings } from '~/core/revision/rewording';
import { keys, type Entry } from '~/core/run/entry';
import { findGone, findOutgrown } from '~/core/run/gone';
import { valueOf } from '~/core/run/run';
import { readSubject } from '~/core/run/subject';
import type { View } from '~/core/run/view';
import { snapshotPageOf } from '~/core/snapshot/snapshot-page';

const unchanged: Changes = { added: [], removed: [] };

/** Compares the page with an earlier revision. An item whose id differs only because a twin came or went has not changed. */
function changesSince({ structure }: View, then: number | undefined, file: RevisionFile | undefined): Changes {
  const before = file && then !== undefined ? orderOf(file, then) : undefined;
  if (before === undefined) return unchanged;
  const { added, removed } = findChanges(structure.page, before);
  const stayed = new Set(removed.map((id) => findFormer(structure, id)));
  return {
    added: added.filter((item) => !stayed.has(item)),
    removed: removed.filter((id) => findFormer(structure, id) === undefined),
  };
}

/** The items that entries are about by their marks and notes. */
const itemsOf = (entries: readonly Entry[]): string[] =>
  entries.map(readSubject).flatMap((subject) => ('item' in subject ? [subject.item] : []));

/** The values that entries give to fields, by the fields' ids. */
const fieldsOf = (entries: readonly Entry[]): Map<string, string> =>
  new Map(
    entries.flatMap((entry) => {
      const subject = readSubject(entry);
      return subject.kind === 'field' ? [[subject.field, entry.value]] : [];
    }),
  );

/** The page's fields that nobody filled in and that were not there when the run began, as far as is known. */
function newFields({ structure, state }: View, then: number | undefined, file: RevisionFile | undefined): Field[] {
  const before = file && then !== undefined ? orderOf(file, then) : undefined;
  const known = new Set(before?.fields);
  return structure.page.fields.filter(({ id }) => !known.has(id) && !valueOf(state, keys.field(id)));
}

/** Gathers what the changes of a page mean for the run on it. `then`: the revision that the run began on; `file`: what is remembered of the page. */
export function gatherChanges(view: View, then: number | undefined, file: RevisionFile | undefined) {
  const { structure, state } = view;
  const changes = changesSince(view, then, file);
  const laterIds = findLaterIds(file, snapshotPageOf(structure.page));
  const missing = findGone(structure, state);
  const later = missing.filter((entry) => isOfLater(laterIds, entry));
  const gone = missing.filter((entry) => !isOfLater(laterIds, entry));
  const isNew = ({ id }: { id: string }) => changes.added.length === 0 || changes.added.some((item) => item.id === id);
  const candidates = structure.leaves.filter((item) => !state.has(keys.mark(item.id)) && isNew(item));
  return {
    changes,
    gone,
    later,
    outgrown: findOutgrown(structure, view),
    proposals: proposeRewordings(structure, itemsOf(gone), candidates),
    fields: proposeFields(structure, fieldsOf(gone), newFields(view, then, file)),
  };
}

/** What the changes of a page mean for a run. */
export type Gathered = ReturnType<typeof gatherChanges>;
