import { announce } from '~/client/acts/announce';
import { isRoomFragment } from '~/client/bar/link-in-address';
import { isRunFragment } from '~/client/text/run-fragment';
import { noteRepaired } from '~/stores/repaired-link';
import { loadWords } from '~/words/load';
import { repairAddress } from '~/client/desk/repair-address';
import { offerPage } from './offer-page';

/** Says that the secret of a room has reached the server: it did even where the page does not exist. */
function adviseNewRoom(advice: string): void {
  const strong = Object.assign(document.createElement('strong'), { textContent: advice });
  const paragraph = document.createElement('p');
  paragraph.append(strong);
  document.querySelector('.ways')?.before(paragraph);
  announce(advice);
}

/**
 * Leads to the page that a link to a run is of, from a page where no run is made: opens it where the link's "#" was escaped on the way, if
 * there is such a page; offers it where the link came whole.
 */
export async function findPageOfLink(): Promise<void> {
  const repaired = repairAddress(location.pathname + location.search);
  if (repaired === undefined) return isRunFragment(location.hash) ? offerPage() : undefined;
  const address = new URL(location.origin + repaired);
  const { ok } = await fetch(address.pathname).catch(() => ({ ok: false }));
  const { notFound: words } = await loadWords();
  if (ok) {
    announce(words.repairing);
    noteRepaired(address.pathname);
    location.replace(address);
  } else if (isRoomFragment(address.hash)) adviseNewRoom(words.room);
  else await offerPage(address.hash);
}
