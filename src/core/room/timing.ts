/*
 * The timing of a room. All times are milliseconds; `chance` is a random number from 0 up to 1 that is passed in from outside, so that many
 * browsers do not act in the same instant.
 */

/**
 * A joiner has heard the whole room once nothing has arrived for `quiet`; if messages keep arriving, it stops listening after
 * `longestQuiet`.
 */
export const quiet = 300;
export const longestQuiet = 5000;

/** The time after which a publication without an echo counts as not taken. */
export const echoWithin = 10_000;

/** The time for which another tab may be the first to publish its own entry. */
export const otherTab = 5000;

/** The delay of the presence message that follows the last work, so that anyone who missed a message learns of it. */
export const afterWork = 1500;

/** The delay before this page takes over another writer's entries that no segment holds any more: 0.2 to 2.2 seconds. */
export const takeOverAfter = (chance: number): number => 200 + 2000 * chance;

/** The interval at which each person in a room of this size speaks: 15 seconds per person, from half a minute to five minutes. */
export const intervalOf = (people: number): number => Math.min(300, Math.max(30, 15 * people)) * 1000;

/** The delay after a hello before the others answer: the more people, the wider the spread. */
export const answerAfter = (people: number, chance: number): number => 100 + chance * 100 * Math.max(10, people);

/** The silence after which a person counts as gone: two and a half of their intervals (seconds). */
export const goneAfter = (interval: number): number => 2500 * interval;

/** The wait before the next attempt to connect: full jitter, doubling up to a minute. */
export const backoff = (attempt: number, chance: number): number => chance * Math.min(60_000, 1000 * 2 ** attempt);

/** The time for which a difference of digests must last; later differences are examined ever more rarely. */
export const doubtFor = (chance: number): number => 1000 + 1000 * chance;

/** The time within which a person who sees fewer entries than others has noticed it and listened again. */
export const mendsWithin = 10_000;

/** The time after which somebody is doubted again, by how often that has happened: doubling up to ten minutes. */
export const doubtAgainAfter = (times: number): number => Math.min(600_000, 30_000 * 2 ** times);
