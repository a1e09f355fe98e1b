/** The last minute since 1970 that fits 26 bits, in the year 2097; no more entries than that fit one minute. */
export const lastMinute = 2 ** 26 - 1;

/** Returns whether a value from outside is a minute since 1970 that entries can hold; sequence numbers have the same bounds. */
export const isMinute = (value: unknown): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= lastMinute;

/** The last minute that a clock may give: the one after it is left free for the answer to an entry that fills it [RC3]. */
const lastGiven = lastMinute - 1;

/** A clock's minute as entries can hold it: clocks before 1970 stand at its first minute, those after 2097 at its last [RC3]. */
export const clampMinute = (minute: number): number => Math.min(Math.max(1, Math.floor(minute) || 1), lastGiven);

/** Returns whether an entry from outside leaves room for one after it [RC3]. */
export const leavesRoom = ({ at }: { at: number }): boolean => at <= lastGiven;
