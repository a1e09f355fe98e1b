import fc from 'fast-check';
import { Parser } from 'htmlparser2';
import { describe, expect, it } from 'vitest';
import { readMarkup } from '~/build/output/read-markup';

type Told = [kind: 'open' | 'close' | 'text', name: string, more?: unknown];

/** Joins neighbouring texts: where a text is cut in parts is nobody's business. */
function joinTexts(told: readonly Told[]): Told[] {
  const joined: Told[] = [];
  for (const one of told) {
    const last = joined.at(-1);
    if (one[0] === 'text' && last?.[0] === 'text') last[1] += one[1];
    else joined.push([...one]);
  }
  return joined;
}

function read(html: string): Told[] {
  const told: Told[] = [];
  readMarkup(html, {
    open({ name, holds, readAttributes }) {
      told.push(['open', name, readAttributes()]);
      if (!holds) told.push(['close', name]);
    },
    close: (name) => void told.push(['close', name]),
    text: (text) => void told.push(['text', text]),
  });
  return joinTexts(told);
}

/** The same from a parser that many use. */
function parse(html: string): Told[] {
  const told: Told[] = [];
  const parser = new Parser({
    onopentag: (name, attributes) => void told.push(['open', name, { ...attributes }]),
    onclosetag: (name) => void told.push(['close', name]),
    ontext: (text) => void told.push(['text', text]),
  });
  parser.end(html);
  return joinTexts(told);
}

const signs = fc.constantFrom(
  'a',
  ' ',
  '=',
  '>',
  '/',
  '-',
  '!',
  "'",
  '&amp;',
  '&#38;',
  '&lt',
  '&nope;',
  '\n',
  'ß',
  '😀',
  'x y',
);
const words = fc.array(signs, { maxLength: 6 }).map((all) => all.join(''));
const value = fc.oneof(
  words.map((text) => `"${text}"`),
  words.map((text) => `'${text.replaceAll("'", '"')}'`),
  fc.constant('bare'),
);
const attribute = fc.tuple(fc.constantFrom('id', 'class', 'data-x', 'HIDDEN', 'aria-label'), fc.option(value));
const attributes = fc
  .uniqueArray(attribute, { selector: ([name]) => name, maxLength: 3 })
  .map((all) => all.map(([name, given]) => ` ${name}${given === null ? '' : `=${given}`}`).join(''));
const comment = words.map((text) => `<!--${text.replaceAll(/-|>/g, '')}<p>-->`);
const raw = fc
  .tuple(fc.constantFrom('script', 'style', 'title', 'textarea'), attributes, words)
  .map(([name, given, text]) => `<${name}${given}>${text}<b></${name === 'title' ? 'style' : 'i'}>${text}</${name}>`);
const { markup } = fc.letrec<{ markup: string }>((tie) => ({
  markup: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    words,
    comment,
    raw,
    fc.tuple(fc.constantFrom('br', 'img', 'input'), attributes).map(([name, given]) => `<${name}${given}>`),
    fc
      .tuple(
        fc.constantFrom('div', 'SPAN', 'section', 'astro-island', 'b'),
        attributes,
        fc.array(tie('markup'), { maxLength: 4 }),
      )
      .map(([name, given, inner]) => `<${name}${given}>${inner.join('')}</${name}>`),
  ),
}));

describe('reading the tags and texts of a page', () => {
  it('tells what a full parser tells of a page that lacks no closing tag', () => {
    fc.assert(
      fc.property(markup, (html) => {
        expect(read(html)).toEqual(parse(html));
      }),
      { numRuns: 1000 },
    );
  });

  it('takes nothing for a tag that stands in a value, a comment, a script or a text', () => {
    const html = `<!doctype html><p title="<script>" id='a>b' lang=de>1 < 2 &lt;b></p><!-- <main> --><script>"</main>"</script>`;
    expect(read(html)).toEqual([
      ['open', 'p', { title: '<script>', id: 'a>b', lang: 'de' }],
      ['text', '1 < 2 <b>'],
      ['close', 'p'],
      ['open', 'script', {}],
      ['text', '"</main>"'],
      ['close', 'script'],
    ]);
  });

  it('says where tags stand', () => {
    const html = 'a<P class="b>">c<br></P >';
    const tags: string[] = [];
    readMarkup(html, {
      open: ({ start, end }) => void tags.push(html.slice(start, end)),
      close: (_name, start, end) => void tags.push(html.slice(start, end)),
    });
    expect(tags).toEqual(['<P class="b>">', '<br>', '</P >']);
  });

  it('ends where the text ends, wherever it is cut off', () => {
    const html = '<p class="a" title="b<i>c</i>">d<!-- e --><style>f</style></p>';
    const whole = read(html);
    for (let end = 0; end < html.length; end++)
      expect(read(html.slice(0, end)).length).toBeLessThanOrEqual(whole.length);
  });
});
