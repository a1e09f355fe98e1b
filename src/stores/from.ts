import { isObject, parseJson } from '~/core/json';
import { isPageId } from '~/core/page/page-id';
import { readQuietly } from './read-quietly';
import { prefix } from './storage-keys';
import { writeQuietly } from './write-quietly';

/*
 * The run and the step from which a reader came to a guide. A runbook notes them, in this tab alone, when a link to a guide is followed;
 * guides leave the note as it is, so that it holds for the guides after them too:
 *
 *   runsheet|<base>|from           { page, run, title, step }, in sessionStorage
 *   runsheet|<base>|from|<ticket>  the same, in localStorage, for a tab that is about to be opened; its address says "?from=run.<ticket>"
 *
 * The other tab takes it, and drops the ticket from its address: a ticket says nothing to anybody else, be it a server or a colleague.
 */

/** A note of it. `run`: empty where there was none yet; undefined where somebody else's was looked at, which is kept nowhere. */
export interface From {
  page: string;
  run: string | undefined;
  /** The runbook's title. */
  title: string;
  step: { id: string; text: string; number: number | undefined; of: number | undefined } | undefined;
}

const fromKey = `${prefix}from`;

const asText = (value: unknown): string => (typeof value === 'string' ? value : '');
const asNumber = (value: unknown): number | undefined => (typeof value === 'number' ? value : undefined);

function decodeFrom(read: unknown): From | undefined {
  if (!isObject(read) || !isPageId(asText(read.page))) return undefined;
  const { step } = read;
  return {
    page: asText(read.page),
    run: typeof read.run === 'string' ? read.run : undefined,
    title: asText(read.title),
    step: isObject(step)
      ? { id: asText(step.id), text: asText(step.text), number: asNumber(step.number), of: asNumber(step.of) }
      : undefined,
  };
}

/** Reads what the tab remembers; `undefined` where that is nothing, where it cannot be read, and where storage is forbidden. */
export const readFrom = (): From | undefined => decodeFrom(parseJson(readQuietly('sessionStorage', fromKey) ?? ''));

const ticketSign = 'run.';

/** Tells a ticket from what others write behind an address, such as "?from=chat": that is theirs. */
export const isTicket = (text: string | null): text is string => text !== null && text.startsWith(ticketSign);

/** More tickets than anybody has menus open: older ones were never taken. */
const most = 8;

/** Leaves a note for another tab; returns the ticket by which that tab takes it, if storage allows. */
export function leaveFrom(from: From): string | undefined {
  try {
    const left = Object.keys(localStorage).filter((key) => key.startsWith(`${fromKey}|`));
    for (const key of left.toSorted().slice(0, 1 - most)) localStorage.removeItem(key);
    const ticket = ticketSign + Date.now().toString(36) + Math.random().toString(36).slice(2, 6);
    localStorage.setItem(`${fromKey}|${ticket}`, JSON.stringify(from));
    return ticket;
  } catch {
    return undefined;
  }
}

/** Takes the note that another tab has left for this one, if the address has a ticket. Throws where storage is forbidden. */
export function takeFrom(): void {
  const address = new URL(location.href);
  const ticket = address.searchParams.get('from');
  if (!isTicket(ticket)) return;
  address.searchParams.delete('from');
  history.replaceState(history.state, '', address);
  const left = localStorage.getItem(`${fromKey}|${ticket}`);
  if (left === null) return;
  localStorage.removeItem(`${fromKey}|${ticket}`);
  sessionStorage.setItem(fromKey, left);
}

/** Remembers a note in this tab. Where storage is forbidden, guides find the only run under way. */
export const noteFrom = (from: From): void => void writeQuietly('sessionStorage', fromKey, JSON.stringify(from));
