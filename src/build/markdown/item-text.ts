import type { Element } from 'hast';
import { splitPin } from '~/core/page/pin';
import { takeRole, takeTime } from '~/core/plan/read-tail';
import { type Child, isBlank, isElement, isText, textOf } from './tree';

/** The parts of an item's first block. */
export interface ItemText {
  inline: Child[];
  /** The plain text, by which the item is named. */
  text: string;
  /** The id that the author wrote after `^`. */
  pinned: string | undefined;
  /** The trailing link "How", taken out of the text. */
  how: Element | undefined;
  /** Planned minutes, and the roles that do it, both taken out of the text. */
  minutes: number | undefined;
  roles: string[];
}

const beforeHow = /[\s([–—:-]+$/;
const afterHow = /^[\s)\].]*$/;

const dropBlanks = (nodes: Child[]): Child[] => {
  const first = nodes.findIndex((node) => !isBlank(node));
  const last = nodes.findLastIndex((node) => !isBlank(node));
  return first < 0 ? [] : nodes.slice(first, last + 1);
};

function trim(nodes: Child[]): Child[] {
  const kept = dropBlanks(nodes);
  const first = kept[0];
  if (isText(first)) first.value = first.value.trimStart();
  const last = kept.at(-1);
  if (isText(last)) last.value = last.value.trimEnd();
  return kept.filter((node) => !isText(node) || node.value !== '');
}

function takePin(nodes: Child[]): string | undefined {
  const last = nodes.at(-1);
  if (!isText(last)) return undefined;
  const { before, pinned } = splitPin(last.value);
  // At the beginning of a text that follows code or a link there is no blank before it.
  if (pinned === undefined || (before === '' && nodes.length > 1 && !/^\s/.test(last.value))) return undefined;
  last.value = before;
  return pinned;
}

function takeHow(nodes: Child[]): Element | undefined {
  const at = nodes.findLastIndex((node) => isElement(node, 'a'));
  const link = nodes[at];
  const rest = nodes.slice(at + 1);
  if (at < 1 || !isElement(link) || textOf(link).toLowerCase() !== 'how') return undefined;
  if (!rest.every((node) => isText(node) && afterHow.test(node.value))) return undefined;
  nodes.splice(at);
  const before = nodes.at(-1);
  if (isText(before)) before.value = before.value.replace(beforeHow, '');
  return link;
}

/**
 * Reads the content of an item's first block: `Rotate the keys ~10 min @Operator ([How](…)) ^rotate-keys`, where what follows the text may
 * stand in any order. `known`: the page's roles.
 */
export function readItemText(nodes: Child[], known: readonly string[] = []): ItemText {
  let inline = trim(nodes);
  const read: Pick<ItemText, 'pinned' | 'how' | 'minutes' | 'roles'> = {
    ...{ pinned: undefined, how: undefined, minutes: undefined, roles: [] },
  };
  for (let isOver = false; !isOver;) {
    const last = inline.at(-1);
    const pinned = read.pinned === undefined ? takePin(inline) : undefined;
    const how = pinned === undefined && read.how === undefined ? takeHow(inline) : undefined;
    const isFree = pinned === undefined && how === undefined && isText(last);
    const time = isFree && read.minutes === undefined ? takeTime(last.value) : undefined;
    const role = isFree && time === undefined ? takeRole(last.value, known) : undefined;
    const rest = time ?? role;
    if (rest && isText(last)) last.value = rest.before;
    read.pinned ??= pinned;
    read.how ??= how;
    read.minutes ??= time?.minutes;
    if (role) read.roles.unshift(role.role);
    isOver = pinned === undefined && how === undefined && rest === undefined;
    inline = trim(inline);
  }
  return { inline, text: textOf(...inline), ...read };
}

const conditional = [
  /\((?:if|when|where) (?:applicable|necessary|needed|required|relevant|available|possible|appropriate)\b[^)]*\)/i,
  /\boptional(?:ly)?\b\s*[:)]|^optional(?:ly)?\b|[-–—,;:(]\s*optional\W*$/i,
  /\b(?:if|where|when) (?:applicable|necessary|needed)\b/i,
  /\((?:falls|wenn|sofern|soweit) [^)]*\)|\b(?:falls|sofern|wenn) (?:nötig|notwendig|erforderlich|zutreffend|vorhanden|möglich)\b/i,
  /\b(?:bei Bedarf|gegebenenfalls|ggf\.|wahlweise)/i,
];

/** Tells whether the words say that the item may not apply: "(if applicable)", "optional:", "bei Bedarf". */
export const isConditional = (text: string): boolean => conditional.some((pattern) => pattern.test(text));
