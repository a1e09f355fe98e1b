/*
 * The names under which this site keeps things in the browser. Several sites share an origin on Pages hosts, so every name holds
 * the site's base path; the bar after it keeps apart sites whose base paths begin alike.
 *
 *   runsheet|<base>|run|<page>|<run id>  one run, as JSON (core/run/record.ts)
 *   runsheet|<base>|shown|<page>         id of the run that the page shows; empty where the reader chose to show none
 *   runsheet|<base>|preference|<name>    what the reader prefers on this site
 *   runsheet|<base>|aside|<minute>|…     a value that could not be read, kept for its owner, with the rest of its old name
 *
 * What is noted beside a run is told in trace-keys.ts. Names that one module alone reads are told where they are made: `room`
 * (kept-room.ts), `way` (kept-way.ts), `from` (from.ts), `late` (late-parts.ts), `arrival` (client/page/arrival.ts).
 */

/** Prefix of the names of everything that this site keeps. */
export const prefix = `runsheet|${import.meta.env.BASE_URL}|`;

/** Prefix of the names of all runs. */
export const runPrefix = `${prefix}run|`;

/** The name of a run. `page`: its id; `id`: the run's. */
export const runKey = (page: string, id: string): string => `${runPrefix}${page}|${id}`;

/** The name of the id of the run that a page shows. */
export const shownKey = (page: string): string => `${prefix}shown|${page}`;

/** In the tab's own storage: the fragment of a link that waits for a choice on this page. */
export const waitingKey = (): string => `${prefix}waiting|${location.pathname}`;

/** The name of a preference. */
export const preferenceKey = (name: string): string => `${prefix}preference|${name}`;
