import { render } from 'preact';
import { pastOf } from '~/core/revision/remember';
import { findGone, findOutgrown } from '~/core/run/gone';
import type { View } from '~/core/run/view';
import { fingerprint, snapshotPageOf } from '~/core/snapshot/snapshot-page';
import { beginningOf, noteBeginning } from '~/stores/beginnings';
import { $notices, dismissNotice, showNotice } from '~/stores/notices';
import { $view, rememberPast } from '~/stores/run';
import { keepSettled, settleRun } from '~/stores/settle-run';
import { $looking } from '~/stores/visitor';
import { loadPanelStyles } from '~/client/bar/panel-styles';
import { fetchRevisions } from '~/client/desk/fetch-revisions';
import type { Words } from '~/words/en';
import { loadWords } from '~/words/load';
import { say } from '~/words/say';
import { gatherChanges, type Gathered } from './gather-changes';
import { onceFree } from './once-free';
import Tray from './Tray';

/** The revision that the run began on, where that is another one than the page's own. */
function beginningBefore({ structure: { page }, run }: View): number | undefined {
  const now = fingerprint(snapshotPageOf(page));
  const then = run && beginningOf(run);
  if (run && then === undefined) noteBeginning(run, now);
  return then === now ? undefined : then;
}

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
