import type { Run } from '~/core/run/run';
import { chooseRun } from '~/stores/acts';
import { dismissNotice, showNotice } from '~/stores/notices';
import { readPointer } from '~/stores/pointer';
import { $own, $view } from '~/stores/run';
import { listRuns } from '~/stores/shelf-list';
import { sayOutcome } from '~/client/acts/say-outcome';
import { openSwitch } from '~/client/desk/registry';
import { titleOfRun } from '~/client/text/run-title';
import { loadWords } from '~/words/load';
import { say } from '~/words/say';

/** Finds the runs of this page that nothing points to; none if the reader chose to begin a fresh one. */
function findRuns(): Run[] {
  const { id } = $view.get().structure.page;
  return $own.get() !== undefined || readPointer(id) === '' ? [] : listRuns(id).map(({ run }) => run);
}

/** Offers the runs of this page that are kept but not shown, because the reference to them was lost. */
export async function offerFound(): Promise<void> {
  const runs = findRuns();
  const [newest] = runs;
  if (newest === undefined) return;
  const words = await loadWords();
  const title = titleOfRun(newest);
  const choose = () => {
    dismissNotice('found');
    void sayOutcome(chooseRun(newest), say(words.switch.switched, { title }));
  };
  const another = () => {
    dismissNotice('found');
    void openSwitch();
  };
  showNotice({
    id: 'found',
    text: say(words.trouble.found, { n: runs.length, title }),
    choices: [
      { label: words.trouble.goOn, choose },
      ...(runs.length > 1 ? [{ label: words.trouble.choose, choose: another }] : []),
    ],
  });
}
