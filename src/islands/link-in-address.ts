/** Whether the address asks to show a shared run, or once did. */
export const hasLink = (): boolean =>
  location.hash.startsWith('#run=') || new URLSearchParams(location.search).has('run');

/** Drops a link from the address, once a choice is made. */
export const dropLink = (): void => history.replaceState(null, '', location.pathname);
