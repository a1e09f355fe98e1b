import { announce } from '~/client/acts/announce';
import { loadWords } from '~/words/load';
import { repairAddress } from '~/client/desk/repair-address';

/** Opens the page that a link meant whose "#" was escaped on the way, if there is such a page. */
export async function repairLink(): Promise<void> {
  const repaired = repairAddress(location.pathname + location.search);
  if (repaired === undefined) return;
  const address = new URL(location.origin + repaired);
  const { ok } = await fetch(address.pathname).catch(() => ({ ok: false }));
  if (!ok) return (await import('./offer-page')).offerPage(address.hash);
  announce((await loadWords()).notFound.repairing);
  location.replace(address);
}
