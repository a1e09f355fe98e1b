/** Now, in minutes since 1970. */
export const nowMinute = (): number => Math.floor(Date.now() / 60_000);
