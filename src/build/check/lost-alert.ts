import { alertKinds } from '~/build/markdown/alerts';
import { childrenOf, isElement, textOf } from '~/build/markdown/tree';
import { elementsOf, type Rule } from './lint-page';

const marker = /^\[!([\w-]+)\][+-]?/;

/** A quote that is meant as an alert, and is shown as a plain one here and on GitHub. */
export const lostAlert: Rule = {
  name: 'lost-alert',
  check: ({ root, lineOf }) =>
    elementsOf(root, 'blockquote').flatMap((quote) => {
      const first = childrenOf(quote).find((child) => isElement(child, 'p'));
      const [found, kind = ''] = first ? (marker.exec(textOf(first)) ?? []) : [];
      if (found === undefined || !first) return [];
      const isKnown = alertKinds.some((known) => known === kind.toLowerCase());
      const repair = isKnown
        ? 'it must stand alone on the first line of a quote that stands in no list and in no other quote'
        : `write one of ${alertKinds.map((known) => `\`[!${known.toUpperCase()}]\``).join(', ')}`;
      const message = `Expected an alert, found \`${found}\`, which is shown as text: ${repair}.`;
      return [{ line: lineOf(first), message }];
    }),
};
