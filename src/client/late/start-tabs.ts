import { unfold } from '~/client/acts/unfold';
import { decodeAnchor } from '~/client/text/decode-anchor';

/*
 * Tabs are the browser's own `<details>` of one name (src/build/markdown/tabs.ts). This adds what people know of tabs elsewhere: arrows,
 * Home and End go to others, one is always open, links open theirs, and what was chosen in one block holds for all blocks of the page
 * that have a tab of the same title.
 */

const summarySelector = '.tabs > details > summary';

const titleOf = (summary: Element): string => summary.textContent.trim();

const tabsOf = (block: Element): HTMLElement[] => [
  ...block.querySelectorAll<HTMLElement>(':scope > details > summary'),
];

function open(summary: Element): void {
  const details = summary.parentElement;
  if (details instanceof HTMLDetailsElement) details.open = true;
}

/** Opens a tab, and its namesakes in all other blocks, without moving it on the screen. */
function choose(chosen: HTMLElement): void {
  const before = chosen.getBoundingClientRect().top;
  open(chosen);
  for (const block of document.querySelectorAll('.tabs')) {
    const namesake = tabsOf(block).find((tab) => titleOf(tab) === titleOf(chosen));
    if (namesake && !block.contains(chosen)) open(namesake);
  }
  scrollBy({ top: chosen.getBoundingClientRect().top - before, behavior: 'instant' });
}

/** The tab that a key leads to from another; `undefined` for other keys. */
function tabFor(key: string, from: HTMLElement): HTMLElement | undefined {
  const block = from.closest('.tabs');
  const tabs = block ? tabsOf(block) : [];
  const at = tabs.indexOf(from);
  const ahead = getComputedStyle(from).direction === 'rtl' ? -1 : 1;
  const places: Record<string, number> = {
    ArrowRight: at + ahead,
    ArrowLeft: at - ahead,
    Home: 0,
    End: tabs.length - 1,
  };
  const place = Object.hasOwn(places, key) ? places[key] : undefined;
  return place === undefined ? undefined : tabs.at(place % tabs.length);
}

const summaryAt = (target: EventTarget | null): HTMLElement | null =>
  target instanceof Element ? target.closest<HTMLElement>(summarySelector) : null;

/** Opens what a link leads to, and shows it again: where the browser does not open it by itself, it could not be scrolled to. */
function showTarget(): void {
  const target = document.getElementById(decodeAnchor(location.hash));
  const folded = target?.closest('details:not([open])');
  unfold(target);
  if (folded) target?.scrollIntoView();
}

/** Starts the tabs of a page, and opens what its links lead to. */
export function startTabs(): void {
  showTarget();
  addEventListener('hashchange', showTarget);
  document.addEventListener('click', (event) => {
    const tab = summaryAt(event.target);
    if (!tab || (event.target instanceof Element && event.target.closest('a, button, input'))) return;
    event.preventDefault();
    choose(tab);
  });
  document.addEventListener('keydown', (event) => {
    const { target, ctrlKey, metaKey, altKey, shiftKey } = event;
    const from = summaryAt(target);
    const to = from && !ctrlKey && !metaKey && !altKey && !shiftKey ? tabFor(event.key, from) : undefined;
    if (!to) return;
    event.preventDefault();
    choose(to);
    to.focus();
  });
}
