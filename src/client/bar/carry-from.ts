import { type From, isTicket, leaveFrom } from '~/stores/from';
import { siteBase } from '~/stores/site-addresses';

const guides = `${siteBase}guides/`;

/** Tells whether an event on a link opens it, or may open it, in another tab or window. */
const isElsewhere = (event: Event): boolean =>
  event.type !== 'click' || (event instanceof MouseEvent && (event.ctrlKey || event.metaKey || event.shiftKey));

/**
 * Lets a guide that is opened in another tab know where its reader comes from: with Ctrl or the middle button, or by the menu of the
 * link. This tab's own memory does not reach there, so the address carries a ticket. `fromOf`: where one comes from by this link.
 */
export function carryFrom(fromOf: (link: HTMLAnchorElement) => From | undefined): void {
  const carry = (event: Event) => {
    const { target } = event;
    const link = target instanceof Element ? target.closest<HTMLAnchorElement>('a[href]') : null;
    if (link?.origin !== location.origin || !link.pathname.startsWith(guides)) return;
    const address = new URL(link.href);
    const carried = address.searchParams.get('from');
    // An author's own “?from=…” stays as it is.
    if (carried !== null && !isTicket(carried)) return;
    const from = fromOf(link);
    const ticket = from && isElsewhere(event) ? leaveFrom(from) : undefined;
    if (ticket === undefined) address.searchParams.delete('from');
    else address.searchParams.set('from', ticket);
    if (address.href !== link.href) link.href = address.href;
  };
  for (const type of ['click', 'auxclick', 'contextmenu']) document.addEventListener(type, carry, true);
}
