import { atom, type ReadableAtom } from 'nanostores';
import type { Entry } from '~/core/run/entry';
import { addEntries, type Run } from '~/core/run/run';
import type { Refusal } from '~/core/snapshot/refusal';
import { lookAt } from './visitor';

/*
 * The content of a link or file that waits for a choice. While it is a run, the page shows that run in place of the reader's
 * own, and nothing is entered. It lasts until the reader has chosen.
 */

/**
 * The outcome of reading a link or a file. `notes`: sentences on the parts that could not be taken over. `future`: entries that are dated
 * too far ahead to be believed. `lost`: the address has `?run`, but its fragment did not arrive.
 */
export type Received =
  | ReceivedRun
  | { kind: 'refused'; refusal: Refusal }
  /** The link is of another page of the site. */
  | { kind: 'elsewhere'; title: string; href: string }
  | { kind: 'lost' }
  /** The link leads to a live room, and this site has none. */
  | { kind: 'roomless' }
  | { kind: 'unreachable' };

/**
 * A run from outside, as it is placed on the page. `gone`: the ids that the page no longer has; `later`: those that came to
 * it after the version that is shown; `unknown`: the number of strangers.
 */
export interface ReceivedRun {
  kind: 'run';
  run: Run;
  future: readonly Entry[];
  gone: readonly string[];
  later: readonly string[];
  unknown: number;
  notes: readonly string[];
  /** It came as a file or a text, not by a link. */
  isFile?: boolean;
}

const $waiting = atom<Received | undefined>(undefined);

export const $received: ReadableAtom<Received | undefined> = $waiting;

/** Shows the content of a link or file until a choice is made. */
export function receive(received: Received): void {
  lookAt(received.kind === 'run' ? addEntries(received.run, received.future) : undefined);
  $waiting.set(received);
}

/** Stops showing the received run: the page shows the reader's own run again. */
export function closeReceived(): void {
  lookAt(undefined);
  $waiting.set(undefined);
}
