import type { Run, State } from '~/core/run/run';

/** Who reads a file into what: `id` is for the run that a copy starts, `state` that of the run it may be merged into. */
export interface Importer {
  id: string;
  /** In minutes since 1970. */
  now: number;
  by: string;
  state: State;
}

/**
 * Why a line was not taken over. `unknown`: no item of the page has its words; `ambiguous`: several have;
 * `group`: its mark follows from the items beneath it; `unreadable`: a line of the log that says no entry.
 */
export interface LeftOut {
  line: number;
  text: string;
  reason: 'unknown' | 'ambiguous' | 'group' | 'unreadable';
}

/** What was read, and what was not. `missing`: how many entries the export says it has that did not arrive. */
export interface Imported {
  run: Run;
  from: 'markdown' | 'copy' | 'json';
  leftOut: readonly LeftOut[];
  missing: number;
}

/** In characters: beyond it no Markdown is read, so that the worst takes less than a second. A run of 2,000 items is half of it. */
export const longestMarkdown = 1_000_000;

/** In characters: JSON is read faster. */
export const longestJson = 4_000_000;
