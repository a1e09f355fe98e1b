/** The address of this page with a link behind it, be it that of a run or of a live room. `link`: its text after `run=`. */
export const addressOfLink = (link: string): string => `${location.origin}${location.pathname}?run#run=${link}`;
