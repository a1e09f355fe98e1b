import { prefer } from '~/stores/preferences';
import { setPreference } from '~/stores/set-preference';

/** The number of searches that are remembered. */
const most = 6;

/** The latest searches of this browser that led somewhere, the newest first. */
export const recentSearches = (): string[] =>
  prefer('searches')
    .split('\n')
    .filter((search) => search !== '');

/** Remembers a search that led somewhere. */
export function rememberSearch(query: string): void {
  const clean = query.replace(/\s+/g, ' ').trim();
  if (clean === '') return;
  const others = recentSearches().filter((other) => other !== clean);
  setPreference('searches', [clean, ...others].slice(0, most).join('\n'));
}

/** Forgets all searches. */
export const forgetSearches = (): void => setPreference('searches', '');
