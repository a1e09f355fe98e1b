import { htmlNames } from '~/core/page/html-names';
import { pictureName } from '~/core/page/picture-name';
import { raiseNumber } from '~/core/page/raised-numbers';
import { replaceCode } from './code-spans';
import { dropEmphasis } from './emphasis';
import { labelOf } from './read-tasks';

/** The longest text of an item; a hostile file's text is not read beyond it. */
const longest = 4_000;

/** The names that people type; any other entity stays as it is written, and the task is named as unknown. */
const entities: Record<string, string> = {
  ...{ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', middot: '·', bull: '•', hellip: '…', sect: '§' },
  ...{ ndash: '–', mdash: '—', lsquo: '‘', rsquo: '’', ldquo: '“', rdquo: '”', laquo: '«', raquo: '»', deg: '°' },
  ...{ larr: '←', uarr: '↑', rarr: '→', darr: '↓', harr: '↔', rArr: '⇒', lArr: '⇐', le: '≤', ge: '≥', ne: '≠' },
  ...{ plusmn: '±', times: '×', divide: '÷', minus: '−', micro: 'µ', euro: '€', pound: '£', copy: '©', reg: '®' },
  ...{ trade: '™', check: '✓', cross: '✗', asymp: '≈', infin: '∞' },
};

/** "[How](…)" at the end of an item, which leads to a guide and is no part of the item's text. */
const how = /\[how\]\([^()]*\)[\s)\].]*$/i;

/** Cuts a text that is longer than any item's: nothing beyond that is read. */
export const cutLong = (markdown: string): string => markdown.slice(0, longest);

/** Leaves out the link “How” at the end of an item. */
export const dropHow = (markdown: string): string => markdown.replace(how, '');

/** A part of a text that is shown as it is: its place in a list, between two signs that no text has. */
const kept = /\ue000(\d+)\ue001/g;

const escapes = /\\([!-/:-@[-`{-~])/g;
const autolink = /<([a-z][a-z0-9+.-]{1,31}:[^\s<>]*|[\w.+-]+@[\w.-]+)>/gi;
const image = /!\[([^[\]]*)\](?:\((?:[^()]|\([^()]*\))*\)|\[[^[\]]*\])/g;
const wordlessImage = /!\[\s*\]\(\s*<?([^()<>\s]+)/;
const link = /\[((?:[^[\]]|\[[^[\]]*\])*)\](?:\((?:[^()]|\([^()]*\))*\)|\[[^[\]]*\])/g;
const shortcut = /!?\[([^[\]]+)\]/g;
const footnote = /\[\^[^\s[\]]+\]/g;
const comment = /<!--[^<>]*-->/g;
const raised = /<(sup|sub)>([^<>]*)<\/\1>/gi;
const tag = /<\/?([a-z][\w:.-]*)([^<>]*)>/gi;
const entity = /&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w+));/gi;

function readEntity(whole: string, decimal?: string, hex?: string, name = ''): string {
  if (decimal === undefined && hex === undefined) return Object.hasOwn(entities, name) ? (entities[name] ?? '') : whole;
  const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
}

function readTag(whole: string, name: string, attributes: string): string {
  // A component of MDX ends in the lines beneath its last task.
  if (/^<\/[A-Z]/.test(whole)) return '';
  if (!htmlNames.has(name.toLowerCase())) return whole;
  if (/^br$/i.test(name)) return ' ';
  const [, double, single, bare] = /\salt\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/i.exec(attributes) ?? [];
  return double ?? single ?? bare ?? '';
}

const nothing: ReadonlySet<string> = new Set();

/**
 * The words of one paragraph of Markdown, near enough to name an item by: code as it is typed, links and images by their text, no known
 * tags, no marks of emphasis, no footnotes. No pattern here looks at a character often: the text may be hostile. `defined`: the labels
 * that are links.
 */
export function readPlainText(markdown: string, defined = nothing): string {
  const parts: string[] = [];
  const keep = (part: string): string => `\ue000${parts.push(part) - 1}\ue001`;
  // Exports put an unseen sign where something would refer to something else.
  const written = dropHow(cutLong(markdown)).replace(/[\u2060\ue000\ue001]/g, '');
  const shown = replaceCode(written, keep)
    .replace(escapes, (_, sign: string) => keep(sign))
    .replace(autolink, (_, address: string) => keep(address))
    .replace(image, '$1')
    .replace(link, '$1')
    .replace(footnote, '')
    .replace(shortcut, (whole, label: string) => (defined.has(labelOf(label)) ? label : whole))
    .replace(comment, '')
    .replace(
      raised,
      (whole, element: string, text: string) => raiseNumber(text, element === 'sub' ? 'sub' : 'sup') ?? whole,
    )
    .replace(tag, readTag)
    .replace(entity, readEntity);
  const plain = dropEmphasis(shown)
    .replace(kept, (_, place: string) => parts[Number(place)] ?? '')
    .replace(/\s+/g, ' ')
    .trim();
  return plain === '' ? pictureName(wordlessImage.exec(written)?.[1] ?? '') : plain;
}
