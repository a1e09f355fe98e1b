import { computed } from 'nanostores';
import { $journal } from '~/stores/journal-state';
import { dismissNotice, showNotice } from '~/stores/notices';
import { forgetTraces } from '~/stores/forget-traces';
import { followTabs } from '~/stores/other-tabs';
import { recover } from '~/stores/recover';
import { $trouble } from '~/stores/trouble';
import { loadWords } from '~/words/load';
import { enterNoted } from './enter-noted';
import { guardRuns } from './guard-runs';
import { keepNames } from './keep-names';
import { offerFound } from './offer-found';

/** True if localStorage is all that keeps the entries. Where nothing does, the page says so by itself. */
const $isUnjournaled = computed(
  [$journal, $trouble],
  (journal, trouble) => journal === 'refused' && trouble?.kind !== 'refused',
);

/** Says that this browser keeps no second copy of the entries. */
async function tellUnjournaled(isUnjournaled: boolean): Promise<void> {
  if (!isUnjournaled) return dismissNotice('unjournaled');
  const { trouble } = await loadWords();
  if ($isUnjournaled.get()) showNotice({ id: 'unjournaled', text: trouble.unjournaled, isTrouble: true });
}

/**
 * Starts the parts of run keeping besides the shelf: changes from before a reload, other tabs, the journal, the offer
 * of orphaned runs, and what browsers may clear.
 */
export async function startKeeping(): Promise<void> {
  enterNoted();
  followTabs();
  keepNames();
  await recover();
  forgetTraces();
  $isUnjournaled.subscribe(tellUnjournaled);
  await offerFound();
  guardRuns();
}
