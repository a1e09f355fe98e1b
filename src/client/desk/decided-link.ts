import { recall, remember } from '~/client/bar/link-in-address';
import { prefix, waitingKey } from '~/stores/storage-keys';

/* A link about which the reader has made a choice: going back to it does not ask the question again. */

const decidedKey = () => `${prefix}chosen|${location.pathname}`;

/** Tells whether the address holds the link that was decided about last. */
export const isDecided = (): boolean => location.hash !== '' && recall(decidedKey()) === location.hash;

/** Drops a link from the address and from the tab's memory, once a choice is made. */
export function dropLink(): void {
  remember(decidedKey(), recall(waitingKey()));
  remember(waitingKey(), undefined);
  history.replaceState(null, '', location.pathname);
}
