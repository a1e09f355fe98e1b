import { downloadJson } from '~/client/desk/exports';
import { dismissNotice, showNotice } from '~/stores/notices';
import { prefer } from '~/stores/preferences';
import { setPreference } from '~/stores/set-preference';
import { $own, $view } from '~/stores/run';
import { loadWords } from '~/words/load';
import { findClearing } from './find-clearing';

/* Browsers may clear a site's storage by themselves: they are asked not to, and where they will, the reader is told in time. */

/**
 * Asks the browser to keep this site's storage, and returns whether it does. Some browsers ask the reader then: so this is done only where
 * a run is kept that was begun at an earlier visit.
 */
async function isGuarded(isReturning: boolean): Promise<boolean> {
  const { storage } = navigator;
  if (storage?.persisted === undefined) return false;
  return (await storage.persisted()) || (isReturning && (await storage.persist()));
}

/** Says once that this browser will clear the run, and offers the ways to keep it: a link, or a file. */
async function tellClearing(): Promise<void> {
  const clearing = await findClearing();
  if (clearing === undefined || prefer('warned') === 'yes') return;
  const { clearing: words, menu, bar } = await loadWords();
  setPreference('warned', 'yes');
  const share = () => {
    dismissNotice('clearing');
    document.querySelector<HTMLElement>('[data-act=share]')?.click();
  };
  showNotice({
    id: 'clearing',
    text: words[clearing],
    choices: [
      { label: bar.share, choose: share },
      { label: menu.downloadJson, choose: () => downloadJson($view.get()) },
    ],
  });
}

/** Guards the runs of this browser from being cleared, as soon as this page has one. */
export function guardRuns(): void {
  const isReturning = $own.get() !== undefined;
  let isDone = false;
  $own.subscribe((run) => {
    if (run === undefined || isDone) return;
    isDone = true;
    void isGuarded(isReturning)
      .catch(() => false)
      .then((isKept) => (isKept ? undefined : tellClearing()));
  });
}
