import { parseDocument } from 'htmlparser2';
import fc from 'fast-check';
import { gemoji } from 'gemoji';
import { markdownToHtml } from 'satteri';
import { describe, expect, test } from 'vitest';
import { escapeLabel, escapeText, readEscaped } from '~/core/exchange/escape';
import { forAll } from '../core/law';
import { hostileStrings } from './strings';

/* The reading of an export by a forge: each text goes through a parser of GitHub's Markdown, and what it shows is compared with the text. */

interface Shown {
  text: string;
  /** The elements in it, and links that lead elsewhere than they say. */
  made: string[];
}

type Node = ReturnType<typeof parseDocument>['children'][number];

/** An address without its escapes; what is no escape stays. */
const decode = (address: string): string =>
  address.replace(/(?:%[0-9a-f]{2})+/gi, (escaped) => {
    try {
      return decodeURIComponent(escaped);
    } catch {
      return escaped;
    }
  });

const emoji = new Set(gemoji.flatMap(({ names }) => names));

/** Finds the parts of a text that GitHub changes once Markdown is read: mentions, references to issues and commits, emoji. */
const findReferences = (text: string): string[] => [
  ...[...text.matchAll(/(?<!\w)@\w+/g), ...text.matchAll(/#\d+|\bgh-\d+/gi)].map(([found]) => found),
  ...[...text.matchAll(/\b[\da-f]{7,40}\b/g)]
    .map(([found]) => found)
    .filter((found) => /\d/.test(found) && /\D/.test(found)),
  ...[...text.matchAll(/:(?=([\w+-]+):)/g)].map(([, name = '']) => name).filter((name) => emoji.has(name)),
];

function readShown(nodes: readonly Node[]): Shown {
  const parts = nodes.map((node): Shown => {
    if (node.type === 'text') return { text: node.data, made: findReferences(node.data) };
    if (!('children' in node)) return { text: '', made: [node.type] };
    const { text, made } = readShown(node.children);
    if (!('name' in node)) return { text, made: [...made, node.type] };
    if (node.name === 'br') return { text: '\n', made };
    if (node.name === 'input') return { text, made };
    if (node.name === 'code' && /^[\da-f]{7,40}$/.test(text)) return { text, made: [] };
    if (node.name !== 'a') return { text, made: [...made, node.name] };
    const leads = decode(node.attribs['href'] ?? '');
    const isItself = ['', 'http://', 'https://', 'mailto:'].some((before) => leads === before + decode(text));
    // What stands in a link is not looked at once more.
    return { text, made: isItself ? [] : [...made, `${leads} as ${text}`] };
  });
  return { text: parts.map(({ text }) => text).join(''), made: parts.flatMap(({ made }) => made) };
}

/** The lines of an export that hold a text, and what is around it when it is shown. */
const lines = [
  { write: (text: string) => `- Note: ${text} · AB`, before: 'Note: ', after: ' · AB', made: [] },
  { write: (text: string) => `- [ ] ~~${text}~~ · **No**`, before: '', after: ' · No', made: ['del', 'strong'] },
  { write: (_: string, label: string) => `- **${label}** x`, before: '', after: ': x', made: ['strong'] },
  { write: (text: string) => `- (${text}) – ${text}`, before: '(', after: '', made: [] },
  { write: (text: string) => `- [x] ${text}`, before: '', after: '', made: [] },
];

/** A text as it is meant to be seen: characters without a shape of their own by number. */
const meant = (text: string): string =>
  text === ''
    ? '–'
    : text.replace(/[\p{Cc}\p{Cs}\u2028\u2029\u202A-\u202E\u2060\u2066-\u2069\uFEFF]|^\s|\s$/gu, (sign) =>
        sign === '\n' || sign === ' ' ? sign : `\\u{${(sign.codePointAt(0) ?? 0).toString(16)}}`,
      );

/** Parsers keep or drop blanks at the edges of lines, and the sign that keeps a text from referring to something is not seen. */
const trimmed = (text: string): string =>
  text
    .replaceAll('\u2060', '')
    .replace(/[ \n]*\n[ \n]*/g, '\n')
    .trim();

function expectShown(texts: readonly string[]): void {
  for (const { write, before, after, made } of lines) {
    const { html } = markdownToHtml(texts.map((text) => write(escapeText(text), escapeLabel(text))).join('\n'));
    const [list] = parseDocument(html).children.filter((node) => 'name' in node);
    const items = list && 'children' in list ? list.children.filter((node) => 'name' in node) : [];
    const shown = items.map((item) => readShown('children' in item ? item.children : []));
    const doubled = write('\0', '\0').split('\0').length > 2;
    expect(shown.map(({ text, made }) => [trimmed(text), made.toSorted()])).toEqual(
      texts.map((text) => {
        const middle = doubled ? `${meant(text)}) – ${meant(text)}` : meant(text);
        return [trimmed(`${before}${middle}${after}`), made];
      }),
    );
  }
}

const parts = fc.constantFrom(
  ...'_ * ~ ~~ ` < > [ ]( ! ( ) " \' & # 1 @ ? = : . , ; $ - + { } ^ % | \\ / · é x'.split(' '),
  ...[
    'https://',
    'HTTP://',
    'ftp://',
    'www.',
    'a.example',
    'localhost',
    'mailto:',
    'a@b.example',
    '@team',
    ':rocket:',
    ':+1:',
    ':bee:',
    'GH-12',
    'a/b#12',
    'a1b2c3d',
    '0123456789abcdef0123456789abcdef01234567',
    '&lt;',
    '<b>',
  ],
  ...[' ', '\n', '\t', '\u00a0', '\u3000', '\u202e', '<br>', '<!--', '-->'],
);

describe('what an export says', () => {
  test('[EX2] a forge shows exactly the text, of every hostile string', () => expectShown(hostileStrings));

  test('[EX2] a forge shows exactly the text, whatever stands beside an address', () =>
    forAll(
      [
        fc.array(
          fc.array(parts, { maxLength: 9 }).map((some) => some.join('')),
          { minLength: 40, maxLength: 40 },
        ),
      ],
      expectShown,
    ));

  test('[EX2] an address stays a link to itself', () => {
    for (const address of [
      'https://a.example/x_y?a=1&b=2#step-3',
      'http://localhost:4321/~ada/@team',
      'www.a.example',
    ]) {
      expect(escapeText(`see ${address}.`)).toBe(`see ${address}.`);
      expect(readEscaped(address)).toBe(address);
    }
  });

  test('[EX2] no name of an emoji is taken for one', () =>
    expectShown([...emoji].flatMap((name) => [`:${name}:`, `at:${name}:00`])));

  test('[EX2] every hostile string reads back', () =>
    expect(hostileStrings.map((text) => readEscaped(escapeText(text)))).toEqual(hostileStrings));
});
