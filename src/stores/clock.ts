import { clampMinute } from '~/core/run/minute';

/** Now, in minutes since 1970, as entries can hold them. */
export const nowMinute = (): number => clampMinute(Date.now() / 60_000);
