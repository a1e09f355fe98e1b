import type { Run, State } from '~/core/run/run';

/** The context in which a file is read: `id` is for the run that a copy starts, `state` that of the run it may be merged into. */
export interface Importer {
  id: string;
  /** In minutes since 1970. */
  now: number;
  by: string;
  state: State;
}

/**
 * A line that was not taken over, with the reason. `unknown`: no item of the page has its words; `ambiguous`: several have; `group`: its
 * mark follows from the items beneath it; `unreadable`: a line of the log that is no entry.
 */
export interface LeftOut {
  line: number;
  text: string;
  reason: 'unknown' | 'ambiguous' | 'group' | 'unreadable';
}

/**
 * The result of reading a file, and the lines left out. `missing`: number of entries that the export claims to have but that did not
 * arrive.
 */
export interface Imported {
  run: Run;
  from: 'markdown' | 'copy' | 'json';
  leftOut: readonly LeftOut[];
  missing: number;
}

/** The most characters of Markdown that are read, so that the worst text takes less than a second. A run of 2,000 items is half of it. */
export const longestMarkdown = 1_000_000;

/** The most characters of JSON, which is read faster. */
export const longestJson = 4_000_000;
