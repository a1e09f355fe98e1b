import { prefer, setPreference } from '~/stores/preferences';

/** So many searches are remembered. */
const most = 6;

/** What this browser searched for last, the newest first: searches that led somewhere. */
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
