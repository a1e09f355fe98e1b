import { prefix } from './storage-keys';

/*
 * Where the reader of a guide came from. A runbook notes, in this tab alone, from which run and step one goes to a guide; guides keep that
 * by leaving it alone:
 *
 *   runsheet|<base>|from   { page, run, title, step }, in sessionStorage
 */

/** Where one came from. `run`: empty where there was none yet; undefined where somebody else's was looked at, which is kept nowhere. */
export interface From {
  page: string;
  run: string | undefined;
  /** The runbook's title. */
  title: string;
  step: { id: string; text: string; number: number | undefined; of: number | undefined } | undefined;
}

const fromKey = `${prefix}from`;

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
const asText = (value: unknown): string => (typeof value === 'string' ? value : '');
const asNumber = (value: unknown): number | undefined => (typeof value === 'number' ? value : undefined);

/** Reads what the tab remembers; `undefined` where that is nothing, or nothing that can be read. */
export function readFrom(): From | undefined {
  const read: unknown = JSON.parse(sessionStorage.getItem(fromKey) ?? 'null');
  if (!isObject(read) || !/^(?:runbooks|guides)\/./.test(asText(read.page))) return undefined;
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

/** Remembers in this tab where one comes from. */
export function noteFrom(from: From): void {
  try {
    sessionStorage.setItem(fromKey, JSON.stringify(from));
  } catch {
    // Then guides find the only run under way.
  }
}
