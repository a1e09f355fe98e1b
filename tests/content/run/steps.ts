import type { Closeness } from './compare.ts';

/** Somebody at a shell: the bastion's unless said otherwise; `postgres@db-1` is the database's own user there. */
export type Seat = string;

/** A step of a scenario: a block of the guide that is run, one that is saved as a file, or a command of the scenario's own. */
export type Step =
  | {
      kind: 'block';
      section: string;
      nth: number;
      /** The person who types it; for SQL, `app` and `owner` are the services of the bastion. */
      as?: Seat;
      /** The number of the expected output among those shown after the block, from 1; 0 if none of them is. */
      shows?: number;
      compare?: Closeness;
      exit?: number;
      /** Names of the page that are others in the run. */
      replace?: readonly [from: string, to: string][];
    }
  | { kind: 'save'; section: string; nth: number; to: string; on?: Seat }
  | { kind: 'shell'; command: string; as?: Seat };

/** The steps taken with the blocks of one guide, in order, and the reasons why others are left out. */
export interface Scenario {
  guide: string;
  /** Commands that must be installed. */
  needs: readonly string[];
  steps: readonly Step[];
  /** Runnable blocks that are not run: `"<section>" <nth>` and the reason. */
  skipped?: Readonly<Record<string, string>>;
}

type BlockOptions = Omit<Extract<Step, { kind: 'block' }>, 'kind' | 'section' | 'nth'>;

export const block = (section: string, nth = 1, options: BlockOptions = {}): Step => ({
  kind: 'block',
  section,
  nth,
  ...options,
});

export const save = (section: string, nth: number, to: string, on?: Seat): Step => ({
  kind: 'save',
  section,
  nth,
  to,
  ...(on === undefined ? {} : { on }),
});

export const shell = (command: string, as?: Seat): Step => ({
  kind: 'shell',
  command,
  ...(as === undefined ? {} : { as }),
});
