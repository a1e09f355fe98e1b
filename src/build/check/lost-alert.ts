import { alertKinds } from '~/build/markdown/alerts';
import { childrenOf, isElement, textOf } from '~/build/markdown/tree';
import { elementsOf, type Finding, type LintPage, type Rule } from './lint-page';

const marker = /^\[!([\w-]+)\][+-]?/;
/** How other tools open an alert: MkDocs, Docusaurus, GitBook, Hugo. */
const foreign = /^(?:(?:!!!|\?{3}\+?) ?|::: ?|\{% ?hint style="|\{\{[<%] ?hint )(\w+)/;
/** GitHub's kinds, and the words of these tools for each. */
const kinds: [string, RegExp][] = [
  ['CAUTION', /^(?:danger|error|caution|failure|bug)$/],
  ['WARNING', /^(?:warning|attention)$/],
  ['IMPORTANT', /^important$/],
  ['TIP', /^(?:tip|hint|success)$/],
  ['NOTE', /^(?:note|info|abstract|summary|question|example|quote)$/],
];

/** A quote that is meant as an alert, and is shown as a plain one here and on GitHub. */
const findQuotes = ({ root, lineOf }: LintPage): Finding[] =>
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
  });

/** An alert of another tool, which is shown as it is written, here and on GitHub. */
const findForeign = ({ root, lineOf }: LintPage): Finding[] =>
  elementsOf(root, 'p').flatMap((paragraph) => {
    const [found, word = ''] = foreign.exec(textOf(paragraph)) ?? [];
    const [kind] = kinds.find(([, words]) => words.test(word)) ?? [];
    if (found === undefined || kind === undefined) return [];
    const message = `Expected an alert, found \`${found}\`, which is shown as text: write \`> [!${kind}]\` in its place, and \`> \` before each line that belongs to it.`;
    return [{ line: lineOf(paragraph), message }];
  });

export const lostAlert: Rule = {
  name: 'lost-alert',
  check: (page) => [...findQuotes(page), ...findForeign(page)],
};
