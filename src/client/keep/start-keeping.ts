import { $unjournaled, recover } from '~/stores/recover';
import { showNotice } from '~/stores/notices';
import { loadWords } from '~/words/load';
import { askToPersist } from './ask-to-persist';
import { offerFound } from './offer-found';

/** Says that this browser keeps no second copy of the entries. */
async function tellUnjournaled(): Promise<void> {
  const { trouble } = await loadWords();
  showNotice({ id: 'unjournaled', text: trouble.unjournaled, isTrouble: true });
}

/** Starts the parts of run keeping besides the shelf: the journal, the offer of orphaned runs, and persistent storage. */
export async function startKeeping(): Promise<void> {
  await recover();
  $unjournaled.subscribe((isRefused) => void (isRefused && tellUnjournaled()));
  await offerFound();
  askToPersist();
}
