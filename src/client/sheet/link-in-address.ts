/** Whether the address asks to show a shared run, or once did: its "#" may have been escaped on the way, "?run%23run=…". */
export const hasLink = (): boolean => location.hash.startsWith('#run=') || /[?&]run(?:[=&%]|$)/.test(location.search);

/** Drops a link from the address, once a choice is made. */
export const dropLink = (): void => history.replaceState(null, '', location.pathname);
