import { render } from 'preact';
import { findChanges, type Changes } from '~/core/revision/changes';
import { orderOf } from '~/core/revision/revision';
import { proposeRewordings } from '~/core/revision/rewording';
import { keys } from '~/core/run/entry';
import { findGone } from '~/core/run/gone';
import { readSubject } from '~/core/run/subject';
import { fingerprint, snapshotPageOf } from '~/core/snapshot/snapshot-page';
import type { View } from '~/core/run/view';
import { beginningOf, noteBeginning } from '~/stores/beginnings';
import { $view } from '~/stores/run';
import { $looking } from '~/stores/visitor';
import { loadWords } from '~/words/load';
import { say } from '~/words/say';
import { dismissNotice, showNotice } from '~/stores/notices';
import { loadPanelStyles } from '~/client/desk/panel-styles';
import { fetchRevisions } from '~/client/desk/fetch-revisions';
import Tray from './Tray';
import { onceFree } from '~/client/sheet/when-free';

/** What changed on the page since the run began; nothing where that is not known. */
async function changesSince({ structure: { page }, run }: View): Promise<Changes> {
  const now = fingerprint(snapshotPageOf(page));
  const then = run && beginningOf(run);
  if (run && then === undefined) noteBeginning(run, now);
  if (then === undefined || then === now) return { added: [], removed: [] };
  const file = await fetchRevisions(page.id).catch(() => undefined);
  const before = file && orderOf(file, then);
  return before ? findChanges(page, before) : { added: [], removed: [] };
}

async function showChanges(view: View): Promise<void> {
  const host = document.getElementById('ui:tray');
  if (host === null) return;
  const { structure, state } = view;
  const changes = await changesSince(view);
  const gone = findGone(structure, state);
  const candidates = structure.leaves.filter(
    ({ id }) =>
      !state.has(keys.mark(id)) && (changes.added.length === 0 || changes.added.some((item) => item.id === id)),
  );
  const ids = gone.map(readSubject).flatMap((subject) => (subject.kind === 'mark' ? [subject.item] : []));
  const proposals = proposeRewordings(ids, candidates);
  const isEmpty = gone.length + changes.added.length + changes.removed.length === 0;
  if (isEmpty) {
    dismissNotice('changes');
    return render(null, host);
  }
  const [words] = await Promise.all([loadWords(), loadPanelStyles()]);
  render(<Tray gone={gone} proposals={proposals} changes={changes} words={words} />, host);
  const sentence =
    proposals.size > 0 ? words.tray.proposals : gone.length > 0 ? words.tray.goneNotice : words.tray.changed;
  const text = say(sentence, { n: proposals.size || gone.length });
  const choose = () => {
    host.scrollIntoView({ block: 'start' });
    host.querySelector('h2')?.focus();
    dismissNotice('changes');
  };
  showNotice({ id: 'changes', text, choices: [{ label: words.tray.show, choose }] });
}

/** Follows the run: says what changed on its page since it began, and what it holds that the page has no longer. */
export function followChanges(): void {
  let last: string | undefined;
  const look = onceFree(() => {
    const view = $view.get();
    const key = view.run && `${view.run.id} ${findGone(view.structure, view.state).length}`;
    if (key === last || $looking.get() !== undefined) return;
    last = key;
    void showChanges(view);
  });
  $view.subscribe(look);
}
