import { runPrefix } from './storage-keys';

/** The page and the id that the name of a run holds; a page's own name may hold a bar. */
export function readRunKey(key: string): { page: string; id: string } {
  const rest = key.slice(runPrefix.length);
  const bar = rest.lastIndexOf('|');
  return { page: rest.slice(0, Math.max(0, bar)), id: rest.slice(bar + 1) };
}
