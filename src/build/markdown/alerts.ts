import type { Element, Root } from 'hast';
import type { Words } from '~/words/en';
import { type Child, childrenOf, h, hasClass, isBlank, isElement, isText } from './tree';

/** The five kinds that GitHub knows; any other word in brackets is text of a plain quote. */
export const alertKinds = ['note', 'tip', 'important', 'warning', 'caution'] as const;

/** The mark stands alone on the quote's first line. */
const marker = /^\s*\[!(note|tip|important|warning|caution)\][ \t]*(?:\n|$)/i;

/** Takes the mark off a quote and says which it was. */
function takeKind(quote: Element): (typeof alertKinds)[number] | undefined {
  const first = quote.children.find((child) => !isBlank(child));
  const text = isElement(first, 'p') ? first.children[0] : undefined;
  if (!isElement(first) || !isText(text)) return undefined;
  const [taken, kind] = marker.exec(text.value) ?? [];
  const isAlone = taken?.includes('\n') === true || first.children.length === 1 || isElement(first.children[1], 'br');
  if (taken === undefined || !isAlone) return undefined;
  text.value = text.value.slice(taken.length);
  if (isElement(first.children[1], 'br') && text.value === '') first.children.splice(0, 2);
  const isEmpty = first.children.every(isBlank);
  if (isEmpty) quote.children.splice(quote.children.indexOf(first), 1);
  return alertKinds.find((known) => known === kind?.toLowerCase());
}

/** The blocks of a page that stand in no other: what stands in tabs does so too, for other tools show no tabs. */
const outermost = (root: Root): Child[] =>
  childrenOf(root).flatMap((node) =>
    isElement(node) && hasClass(node, 'tabs') ? childrenOf(node).flatMap(childrenOf) : [node],
  );

/** Makes alerts of the quotes that GitHub shows as such: those that stand in no other block. */
export function shapeAlerts(root: Root, { alerts }: Words['content']): void {
  for (const quote of outermost(root)) {
    if (!isElement(quote, 'blockquote')) continue;
    const kind = takeKind(quote);
    if (kind === undefined) continue;
    quote.tagName = 'div';
    quote.properties = { className: ['alert', kind], role: 'note', ariaLabel: alerts[kind] };
    quote.children.unshift(h('p', { className: ['alert-title'] }, [alerts[kind]]));
  }
}
