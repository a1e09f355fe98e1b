import { Parser } from 'htmlparser2';
import { findMain } from '~/build/output/find-main';
import { type Place, writeRows } from '~/core/search/places';
import { readTokens } from '~/core/search/tokens';

/** A finished page as the search knows it. */
export interface ReadPage {
  lang: string;
  places: Place[];
  /** The places as the index holds them: each is compared with the name of its text, which takes time. */
  rows: unknown[];
  /** For each place the text beneath its own text, up to the next place; a line a block. */
  bodies: string[];
  /** For each place the words of its own text and of the text beneath it, a blank between them: every part of the index is made of them. */
  words: { own: string; body: string }[];
}

/** Parts of a page that are never found: they are said elsewhere, or belong to the interface. */
const leftOutClasses = new Set([
  'how',
  'more',
  'hold',
  'tag',
  'used-in',
  'hidden',
  'values',
  'for-run',
  'plan',
  'unkept',
]);
const leftOutTags = new Set(['button', 'noscript', 'script', 'style', 'svg', 'select', 'template', 'nav', 'title']);
const leftOutAttributes = ['hidden', 'data-pagefind-ignore'];

/** Elements that stand within a line of text; all others begin a new one. */
const inline = new Set(
  'a abbr b bdi bdo cite code data del dfn em i img input ins kbd label mark q rp rt ruby s samp small span strong sub sup time u var wbr'.split(
    ' ',
  ),
);

const headings = /^h[1-6]$/;
const clean = (text: string): string =>
  text
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n[\n ]*/g, '\n')
    .trim();

const wordsOf = (text: string): string[] => readTokens(text).map(({ word }) => word);

/** The first tag of a page; its attributes may hold any sign but their own quotes, as the address of a page does. */
const htmlTag = /<html(?:[^>"']|"[^"]*"|'[^']*')*>/;

/** The parts of a finished page that are read: its first tag, and its `main`. What stands between them is longer than most pages' text. */
export function cutHead(html: string): string {
  const start = findMain(html)?.start;
  return start === undefined ? html : (htmlTag.exec(html.slice(0, start))?.[0] ?? '') + html.slice(start);
}

/** A place as its markup has it: its level and anchor, its own words, and those that follow it. */
interface FoundPlace {
  level: number;
  anchor: string;
  own: string;
  body: string;
}

/** Tells whether an element is left out of the search, with all that is in it. */
const isLeftOut = (tag: string, attributes: Record<string, string>, classes: readonly string[]): boolean =>
  leftOutTags.has(tag) ||
  leftOutAttributes.some((one) => attributes[one] !== undefined) ||
  classes.some((one) => leftOutClasses.has(one));

/** Finds the places of a page within its `main`, in order, and the page's language. */
function findPlaces(html: string): { lang: string; found: FoundPlace[] } {
  const found: FoundPlace[] = [];
  let lang = '';
  /** Open elements within `main`: what closing each of them ends. */
  const open: { tag: string; ends?: 'own' | 'skipped' | 'main' }[] = [];
  let within = false;
  let skipping = 0;
  let owning = false;
  /** The item whose own text has not begun yet. */
  let coming = '';

  const begin = (level: number, anchor: string) => {
    found.push({ level, anchor, own: '', body: '' });
    owning = true;
  };
  const write = (text: string) => {
    const place = found.at(-1);
    if (!within || skipping > 0 || (place === undefined && text.trim() === '')) return;
    if (place === undefined) found.push({ level: 1, anchor: '', own: '', body: text });
    else if (owning) place.own += text;
    else place.body += text;
  };

  const parser = new Parser({
    onopentag(tag, attributes) {
      if (tag === 'html') [lang = ''] = /^[\w-]+/.exec(attributes.lang ?? '') ?? [];
      if (tag === 'main') within = true;
      if (!within) return;
      const classes = (attributes.class ?? '').split(/\s+/);
      if (!inline.has(tag)) write('\n');
      if (isLeftOut(tag, attributes, classes)) {
        skipping++;
        open.push({ tag, ends: 'skipped' });
        return;
      }
      if (tag === 'img' && attributes.alt) write(` ${attributes.alt} `);
      if (skipping === 0 && tag === 'li' && classes.includes('item') && attributes.id) coming = attributes.id;
      const isItem = coming !== '' && tag === 'span' && classes.includes('text');
      const isPage = tag === 'h1' && !found.some(({ level, own }) => level === 1 && own !== '');
      if (skipping === 0 && (isItem || isPage || (headings.test(tag) && attributes.id))) {
        begin(
          isItem ? 0 : isPage ? 1 : Math.max(2, Number(tag[1])),
          isItem ? coming : isPage ? '' : (attributes.id ?? ''),
        );
        coming = '';
        open.push({ tag, ends: 'own' });
      } else open.push({ tag, ...(tag === 'main' && { ends: 'main' }) });
    },
    ontext: write,
    onclosetag(tag) {
      const at = open.findLastIndex((one) => one.tag === tag);
      if (at < 0) return;
      for (const { ends } of open.splice(at).toReversed()) {
        if (ends === 'skipped') skipping--;
        if (ends === 'own') owning = false;
        if (ends === 'main') within = false;
      }
      if (!inline.has(tag)) write('\n');
    },
  });
  parser.end(html);
  return { lang, found };
}

/** Reads the places and the texts of a finished page, or of these parts of it (`cutHead`), within its `main`. */
export function readPage(html: string): ReadPage {
  const { lang, found } = findPlaces(html);
  let location = 0;
  const bodies: string[] = [];
  const words: ReadPage['words'] = [];
  const places = found.map(({ level, anchor, own, body }): Place => {
    const [title, text] = [clean(own).replaceAll('\n', ' '), clean(body)];
    const [titleWords, textWords] = [wordsOf(title), wordsOf(text)];
    const place = { level, anchor, own: title, location, length: titleWords.length };
    location += titleWords.length + textWords.length;
    bodies.push(text);
    words.push({ own: titleWords.join(' '), body: textWords.join(' ') });
    return place;
  });
  return { lang, places, rows: writeRows(places), bodies, words };
}
