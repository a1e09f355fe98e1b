import { parseJson } from '~/core/json';
import { readQuietly } from './read-quietly';
import { lookedKey } from './trace-keys';
import { writeQuietly } from './write-quietly';

/*
 * The values that the reader of this browser has typed, or has looked at after they came from elsewhere: by a link, a file, a room.
 * Kept in localStorage, for each run a list of `[name, value]`, under
 *
 *   runsheet|<base>|looked|<page>|<run id>
 *
 * A value that is not in it is a claim, and is marked as one. Where storage is forbidden, it lasts as long as the page.
 */

type Looked = readonly (readonly [name: string, value: string])[];

/** A run, as far as it has a name: its page and its id. */
interface Named {
  page: string;
  id: string;
}

/** More values than any run is given: what was looked at longest ago is forgotten. */
const most = 200;

const unkept = new Map<string, Looked>();

const keyOf = ({ page, id }: Named): string => lookedKey(page, id);

const isPair = (one: unknown): one is readonly [string, string] =>
  Array.isArray(one) && one.length === 2 && one.every((part) => typeof part === 'string');

function readLooked(key: string): Looked {
  const read = parseJson(readQuietly('localStorage', key) ?? '[]');
  return [...(Array.isArray(read) ? read.filter(isPair) : []), ...(unkept.get(key) ?? [])];
}

/** Tells whether the reader knows that a run's value is what it says. */
export function hasLooked(run: Named): (name: string, value: string) => boolean {
  const looked = readLooked(keyOf(run));
  return (name, value) => looked.some(([of, said]) => of === name && said === value);
}

/** Notes values of a run that the reader has typed or looked at. */
export function noteLooked(run: Named, values: Looked): void {
  const key = keyOf(run);
  const has = hasLooked(run);
  const fresh = values.filter(([name, value]) => !has(name, value));
  if (fresh.length === 0) return;
  const all = [...readLooked(key), ...fresh].slice(-most);
  if (!writeQuietly('localStorage', key, JSON.stringify(all))) unkept.set(key, all);
}

/** Lets what was looked at in one run count as looked at in another one, which took its values over. */
export const carryLooked = (from: Named, to: Named): void => noteLooked(to, readLooked(keyOf(from)));
