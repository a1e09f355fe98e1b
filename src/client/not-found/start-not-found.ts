import { announce } from '~/client/acts/announce';
import { noteRepaired } from '~/stores/repaired-link';
import { loadWords } from '~/words/load';
import { repairAddress } from '~/client/desk/repair-address';

/** A repaired address that leads into a live room, by the mode of its link. */
const isRoom = (repaired: string): boolean => /#run=.L/.test(repaired);

/** Says that the secret of a room has reached the server: it did even where the page does not exist. */
function adviseNewRoom(advice: string): void {
  const strong = Object.assign(document.createElement('strong'), { textContent: advice });
  const paragraph = document.createElement('p');
  paragraph.append(strong);
  document.querySelector('.ways')?.before(paragraph);
  announce(advice);
}

/** Opens the page that a link meant whose "#" was escaped on the way, if there is such a page. */
export async function repairLink(): Promise<void> {
  const repaired = repairAddress(location.pathname + location.search);
  if (repaired === undefined) return;
  const address = new URL(location.origin + repaired);
  const { ok } = await fetch(address.pathname).catch(() => ({ ok: false }));
  const { notFound: words } = await loadWords();
  if (ok) {
    announce(words.repairing);
    noteRepaired(address.pathname);
    location.replace(address);
  } else if (isRoom(repaired)) adviseNewRoom(words.room);
  else await (await import('./offer-page')).offerPage(address.hash);
}
