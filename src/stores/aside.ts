/*
 * What could not be read and was set aside by the shelf (`runsheet|<base>|aside|<minute>|run|<page>|<id>`): kept for its
 * owner, who may take it home or throw it away. Read when asked for; nothing here writes. Storage that is forbidden has none.
 */

const prefix = `runsheet|${import.meta.env.BASE_URL}|`;

/** A value that was set aside: when (in minutes since 1970), what it was kept as, and its text. */
export interface Aside {
  key: string;
  at: number;
  /** Page of the run that it was to be, as its key says. */
  page: string;
  text: string;
}

/** All that was set aside, newest first. */
export function listAside(): Aside[] {
  try {
    return Object.keys(localStorage)
      .filter((key) => key.startsWith(`${prefix}aside|`))
      .map((key) => {
        const [, at = '', , page = ''] = key.slice(prefix.length).split('|');
        return { key, at: Number(at) || 0, page, text: localStorage.getItem(key) ?? '' };
      })
      .toSorted((a, b) => b.at - a.at);
  } catch {
    return [];
  }
}

export function removeAside({ key }: Aside): void {
  try {
    localStorage.removeItem(key);
  } catch {
    // Storage is forbidden: then there is nothing to remove either.
  }
}

/** Puts a value back that was removed. */
export function restoreAside({ key, text }: Aside): void {
  try {
    localStorage.setItem(key, text);
  } catch {
    // Storage is full or forbidden: the page's own message says so.
  }
}

/** What browsers give an origin: 5 Mi characters, which some call 5 MB and others 10. So storage is measured in characters here. */
export const storageLimit = 5_000_000;

/** Characters that this site, and all sites of its origin, keep. They share what there is. */
export function measureStorage(): { own: number; all: number } {
  const used = { own: 0, all: 0 };
  try {
    for (const key of Object.keys(localStorage)) {
      const length = key.length + (localStorage.getItem(key)?.length ?? 0);
      used.all += length;
      if (key.startsWith(prefix)) used.own += length;
    }
  } catch {
    // Storage is forbidden: nothing is kept.
  }
  return used;
}
