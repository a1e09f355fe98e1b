import { render } from 'preact';
import { findFormer } from '~/core/page/former';
import type { Field } from '~/core/page/page';
import { findChanges, type Changes } from '~/core/revision/changes';
import { findLaterIds, isOfLater } from '~/core/revision/later-ids';
import { pastOf } from '~/core/revision/remember';
import { orderOf, type RevisionFile } from '~/core/revision/revision';
import { proposeFields, proposeRewordings } from '~/core/revision/rewording';
import { keys, type Entry } from '~/core/run/entry';
import { findGone, findOutgrown } from '~/core/run/gone';
import { valueOf } from '~/core/run/run';
import { readSubject } from '~/core/run/subject';
import { fingerprint, snapshotPageOf } from '~/core/snapshot/snapshot-page';
import type { View } from '~/core/run/view';
import { beginningOf, noteBeginning } from '~/stores/beginnings';
import { $view, rememberPast } from '~/stores/run';
import { keepSettled, settleRun } from '~/stores/settle-run';
import { $looking } from '~/stores/visitor';
import type { Words } from '~/words/en';
import { loadWords } from '~/words/load';
import { say } from '~/words/say';
import { $notices, dismissNotice, showNotice } from '~/stores/notices';
import { loadPanelStyles } from '~/client/bar/panel-styles';
import { fetchRevisions } from '~/client/desk/fetch-revisions';
import Tray from './Tray';
import { onceFree } from './once-free';

const unchanged: Changes = { added: [], removed: [] };

/** The revision that the run began on, where that is another one than the page's own. */
function beginningBefore({ structure: { page }, run }: View): number | undefined {
  const now = fingerprint(snapshotPageOf(page));
  const then = run && beginningOf(run);
  if (run && then === undefined) noteBeginning(run, now);
  return then === now ? undefined : then;
}

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

/** Gathers what the changes of a page mean for the run on it. `then`: the revision that the run began on. */
function gatherChanges(view: View, then: number | undefined, file: RevisionFile | undefined) {
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

type Gathered = ReturnType<typeof gatherChanges>;

/** Words the notice about changes: it tells those that ask the most of the reader. */
function wordNotice({ proposals, later, gone, outgrown }: Gathered, { tray, offline }: Words) {
  if (proposals.size > 0) return { text: say(tray.proposals, { n: proposals.size }), choices: [] };
  if (later.length > 0) {
    const reload = { label: offline.reload, choose: () => location.reload() };
    return { text: say(tray.laterNotice, { n: later.length }), choices: [reload] };
  }
  if (gone.length > 0) return { text: say(tray.goneNotice, { n: gone.length }), choices: [] };
  if (outgrown.length > 0) return { text: say(tray.outgrownNotice, { n: outgrown.length }), choices: [] };
  return { text: tray.changed, choices: [] };
}

/** Shows the changes; where they are news, also says that there is something to see. */
async function showChanges(isNews: boolean): Promise<void> {
  const host = document.getElementById('ui:tray');
  if (host === null) return;
  const then = beginningBefore($view.get());
  const { structure, state } = $view.get();
  const isAsked = then !== undefined || findGone(structure, state).length > 0;
  const file = isAsked ? await fetchRevisions(structure.page.id).catch(() => undefined) : undefined;
  if (file !== undefined) rememberPast(pastOf(file));
  settleRun();

  const view = $view.get();
  const found = gatherChanges(view, then, file);
  const { gone, later, outgrown, changes } = found;
  if (gone.length + later.length + outgrown.length + changes.added.length + changes.removed.length === 0) {
    dismissNotice('changes');
    return render(null, host);
  }
  const [words] = await Promise.all([loadWords(), loadPanelStyles()]);
  const refresh = () => void showChanges(false);
  render(<Tray {...found} {...{ view, words, refresh }} />, host);
  // A notice that still stands says what is so now.
  const isTold = $notices.get().some(({ id }) => id === 'changes');
  if (!isNews && !isTold) return;
  const show = () => {
    host.scrollIntoView({ block: 'start' });
    host.querySelector('h2')?.focus();
    dismissNotice('changes');
  };
  const { text, choices } = wordNotice(found, words);
  showNotice({ id: 'changes', text, choices: [...choices, { label: words.tray.show, choose: show }] });
}

/** Follows the run: reports the changes of its page since it began, and its entries about items that the page no longer has. */
export function followChanges(): void {
  let last: { run: string; count: number } | undefined;
  const look = onceFree(() => {
    const view = $view.get();
    const count = findGone(view.structure, view.state).length + findOutgrown(view.structure, view).length;
    const run = view.run?.id ?? '';
    if ((last?.run === run && last.count === count) || $looking.get() !== undefined) return;
    const isNews = last?.run !== run || count > last.count;
    last = { run, count };
    void showChanges(isNews);
  });
  keepSettled(onceFree);
  $view.subscribe(look);
}
