/** The address that leads into a room of this page. */
export const roomAddress = (link: string, query = '?run'): string =>
  `${location.origin}${location.pathname}${query}#run=${link}`;
