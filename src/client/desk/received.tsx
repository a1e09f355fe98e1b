import { h, render } from 'preact';
import { addEntries } from '~/core/run/run';
import { lookAt } from '~/stores/run';
import type { Refusal } from '~/core/snapshot/refusal';
import { loadWords } from '~/words/load';
import { loadPanelStyles } from './panel-styles';
import { repairAddress } from './repair-address';
import { receiveLink, type Received } from './receive-link';
import SharedRun from './SharedRun';

/** Refusals of links that a newer version of the site may be able to read. */
const mayBeNewer = new Set<Refusal['kind']>(['version', 'revision']);

/** Shows a run that came from outside, at the top of the page, until a choice is made. */
export async function showReceived(received: Received): Promise<void> {
  const [words] = await Promise.all([loadWords(), loadPanelStyles()]);
  const host = document.getElementById('ui:received');
  if (host === null) return;
  const close = () => {
    lookAt(undefined);
    render(null, host);
    delete document.documentElement.dataset.received;
  };
  if (received.kind === 'run') lookAt(addEntries(received.run, received.future));
  document.documentElement.dataset.received = received.kind;
  if (received.kind === 'refused' && mayBeNewer.has(received.refusal.kind)) {
    void import('~/client/late/offline').then(({ askForNewVersion }) => askForNewVersion());
  }
  render(h(SharedRun, { received, words, close }), host);
  scrollTo({ top: 0 });
}

/** Opens the link in the page's address, once its "#" is what it was. */
export async function openLink(): Promise<void> {
  const repaired = repairAddress(location.pathname + location.search);
  if (repaired !== undefined) history.replaceState(null, '', repaired);
  await showReceived(await receiveLink());
}
