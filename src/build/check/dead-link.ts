import { childrenOf, isElement, isText, type Node, textOf } from '~/build/markdown/tree';
import { elementsOf, type Finding, type Rule } from './lint-page';

/** Slips that show as text, though a link was meant. */
const texts = [
  { pattern: /\[[^\]]+\]\s+\(https?:[^)]*\)/, repair: 'take out the space between `]` and `(`' },
  { pattern: /\([^()]+\)\[https?:[^\]]*\]?/, repair: 'write `[text](address)`' },
  { pattern: /\]\(https?:[^)\s]*\s+[^)"'\s][^)]*\)/, repair: 'write blanks in the address as `%20`' },
  {
    pattern: /\]\((?!https?:)[^()<>\s]+(?:[^\S\n]+[^()<>"'\s]+)*[^\S\n]+[^()<>"'\s]*\.[a-z]\w{1,4}(?:#[^()\s]*)?\)/i,
    repair: 'write blanks in the address as `%20`',
  },
  { pattern: /\b(?:htp|hhtp|htttp|htps|httpss)s?:\/\//i, repair: 'write `https://`' },
];

/** An address that leads nowhere, as a browser reads it. */
const addresses = [
  { pattern: /^https?:(?!\/\/)|^https?\/\/|^https?:\/\/(?:$|\/|https?)/i, repair: 'write `https://host/path`' },
  { pattern: /^www\./i, repair: 'put `https://` before it' },
  { pattern: /^https?:\/\/[^/]*\s/i, repair: 'take the blank out of the host' },
  { pattern: /^$/, repair: 'give the link an address' },
];

const say = (found: string, repair: string) => `Expected a link that leads somewhere, found \`${found}\`: ${repair}.`;

/** A block's own text, a bare address as it is written (the parser makes a link of it), anything else as a gap. */
const flatten = (block: Node): string =>
  childrenOf(block)
    .map((child) => {
      if (isText(child)) return child.value;
      return isElement(child, 'a') && textOf(child) === child.properties.href ? textOf(child) : '\0';
    })
    .join('');

/** Finds links to other sites whose address is written so that it cannot work. The sites themselves are not asked. */
export const deadLink: Rule = {
  name: 'dead-link',
  check: ({ root, lineOf }) => {
    const links = elementsOf(root, 'a').flatMap((link): Finding[] => {
      const href = link.properties.href;
      const wrong = typeof href === 'string' && addresses.find(({ pattern }) => pattern.test(href));
      return wrong ? [{ line: lineOf(link), message: say(`(${String(href)})`, wrong.repair) }] : [];
    });
    const blocks = elementsOf(root, 'p', 'li', 'span', 'td', 'th').flatMap((block): Finding[] => {
      const text = flatten(block);
      const wrong = texts.find(({ pattern }) => pattern.test(text));
      const line = lineOf(childrenOf(block)[0] ?? block);
      return wrong ? [{ line, message: say(wrong.pattern.exec(text)?.[0] ?? '', wrong.repair) }] : [];
    });
    return [...links, ...blocks];
  },
};
