import { areTexts } from '~/core/are-texts';
import { isObject, isText, parseJson } from '~/core/json';
import { foldWord, readTokens } from '~/core/search/tokens';
import { unfold } from '~/client/acts/unfold';
import { loadPanelStyles } from '~/client/bar/panel-styles';
import { arrivalKey, type Arrival } from '~/client/page/arrival';

/** Takes what was left, once. */
function takeArrival(): string {
  const text = sessionStorage.getItem(arrivalKey) ?? '';
  sessionStorage.removeItem(arrivalKey);
  return text;
}

function readArrival(text: string): Arrival | undefined {
  const read = parseJson(text);
  if (!isObject(read)) return undefined;
  const { path, anchor, next, words } = read;
  return isText(path) && isText(anchor) && isText(next) && areTexts(words) ? { path, anchor, next, words } : undefined;
}

/** The texts of a place as they are shown: from its own element up to the next place's. */
function textsOf({ anchor, next }: Arrival): Text[] {
  const main = document.querySelector('main');
  const start = anchor === '' ? main?.querySelector('h1') : document.getElementById(anchor);
  if (!main || !start) return [];
  const end = next === '' ? null : document.getElementById(next);
  const walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  while (walker.nextNode()) {
    const text = walker.currentNode as Text;
    const within =
      start.contains(text) || (start.compareDocumentPosition(text) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
    const beyond =
      end !== null &&
      (end.contains(text) || (end.compareDocumentPosition(text) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0);
    if (beyond) break;
    if (within && !text.parentElement?.closest('button, .how, .stamp, .more, noscript, script, style'))
      texts.push(text);
  }
  return texts;
}

/** Marks words in a text; gives the marks. */
function markWords(text: Text, words: ReadonlySet<string>): HTMLElement[] {
  return readTokens(text.data)
    .filter(({ word }) => words.has(foldWord(word)))
    .toReversed()
    .map(({ start, end }) => {
      const range = document.createRange();
      range.setStart(text, start);
      range.setEnd(text, end);
      const mark = Object.assign(document.createElement('mark'), { className: 'sought' });
      range.surroundContents(mark);
      return mark;
    });
}

/** Takes marks away again, and leaves the text in one piece. */
function unmark(marks: readonly HTMLElement[]): void {
  for (const mark of marks) {
    const parent = mark.parentNode;
    mark.replaceWith(...mark.childNodes);
    parent?.normalize();
  }
}

/** The most words that are marked: marks all over a page would tell the reader nothing. */
const mostMarks = 200;

/** Shows where a result led: its row in the middle, with the focus on its box, and the words marked until the next key. */
export function showArrival(arrival: Arrival): void {
  const place = arrival.anchor === '' ? null : document.getElementById(arrival.anchor);
  unfold(place);
  const row = place?.matches('[data-item]') ? place.querySelector<HTMLElement>('.row') : null;
  row?.scrollIntoView({ block: 'center' });
  row?.querySelector<HTMLElement>('input')?.focus({ preventScroll: true });
  void loadPanelStyles();
  const words = new Set(arrival.words);
  const marks: HTMLElement[] = [];
  for (const text of textsOf(arrival)) if (marks.length < mostMarks) marks.push(...markWords(text, words));
  // The key that opened the result may not have been released yet: its "keyup" still comes, but no second "keydown".
  const over = () => unmark(marks);
  addEventListener('keydown', over, { capture: true, once: true });
}

/** Shows where a result of the search on another page led, if that was this page. */
export function arrive(): void {
  const arrival = readArrival(takeArrival());
  if (arrival?.path === location.pathname) requestAnimationFrame(() => showArrival(arrival));
}
