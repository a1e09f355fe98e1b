/*
 * When things happen in a room. All times are milliseconds; `chance` is a random number from 0 up to 1 that comes in from outside, so that
 * many browsers do not act in the same instant.
 */

/** A joiner has heard the room when nothing has come for so long; one who keeps hearing stops listening after `longest`. */
export const quiet = 300;
export const longestQuiet = 5000;

/** A publication that was not echoed for so long was not taken. */
export const echoWithin = 10_000;

/** Another tab's entry may be published by that tab first. */
export const otherTab = 5000;

/** After the last word of work comes one of presence, so that who missed something learns of it. */
export const afterWork = 1500;

/** Somebody else's entries that no segment says any more are taken over after 0.2 to 2.2 seconds. */
export const takeOverAfter = (chance: number): number => 200 + 2000 * chance;

/** How often one in a room of so many people speaks: 15 seconds each, half a minute to five minutes. */
export const intervalOf = (people: number): number => Math.min(300, Math.max(30, 15 * people)) * 1000;

/** How long after somebody's hello the others answer: the more they are, the more they spread. */
export const answerAfter = (people: number, chance: number): number => 100 + chance * 100 * Math.max(10, people);

/** Somebody who has said nothing for two and a half of their intervals (seconds) is gone. */
export const goneAfter = (interval: number): number => 2500 * interval;

/** How long to wait before the next attempt to connect: full jitter, doubling up to a minute. */
export const backoff = (attempt: number, chance: number): number => chance * Math.min(60_000, 1000 * 2 ** attempt);

/** A difference of digests must last so long, and is looked into again ever more rarely. */
export const doubtFor = (chance: number): number => 1000 + 1000 * chance;

/** A person who sees fewer entries than others has heard of it, and listened again, within this time. */
export const mendsWithin = 10_000;
export const doubtAgainAfter = (times: number): number => Math.min(600_000, 30_000 * 2 ** times);
