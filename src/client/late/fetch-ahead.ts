import { siteBase } from '~/stores/site-addresses';

/*
 * Sends for another page of the site as soon as somebody points at a link to it, touches it or moves the focus there: a moment later,
 * when it is opened, it is here or on its way. The browser keeps such a page for a few minutes; where the offline copy is at work, the
 * page comes out of it. Nothing of the page runs before it is opened.
 */

/** The time for which a pointer rests on a link that is meant, in milliseconds: it passes over the others. */
const rest = 65;

const sent = new Set<string>();

/** The page that a link leads to, where that is another one of this site. */
function targetOf({ target }: Event): string | undefined {
  const link = target instanceof Element ? target.closest<HTMLAnchorElement>('a[href]') : null;
  if (!link || link.origin !== location.origin || !link.pathname.startsWith(siteBase) || link.download)
    return undefined;
  return link.pathname === location.pathname ? undefined : link.pathname + link.search;
}

function send(page: string): void {
  if (sent.has(page) || !navigator.onLine) return;
  sent.add(page);
  document.head.append(Object.assign(document.createElement('link'), { rel: 'prefetch', href: page }));
}

/** Fetches the pages that readers are about to open. */
export function fetchAhead(): void {
  let resting: number | undefined;
  const hear = (event: Event) => {
    clearTimeout(resting);
    const page = targetOf(event);
    if (page !== undefined) resting = window.setTimeout(send, event.type === 'pointerover' ? rest : 0, page);
  };
  for (const sign of ['pointerover', 'pointerdown', 'focusin'] as const)
    document.addEventListener(sign, hear, { passive: true });
}
