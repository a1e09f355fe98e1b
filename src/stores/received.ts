import { atom, type ReadableAtom } from 'nanostores';
import type { Entry } from '~/core/run/entry';
import { addEntries, type Run } from '~/core/run/run';
import type { Refusal } from '~/core/snapshot/refusal';
import { lookAt } from './visitor';

/*
 * What came by link or file and waits for a choice. While it is a run, the page shows that run in place of the reader's own, and
 * nothing is entered. It lasts until the reader has chosen.
 */

/**
 * The outcome of reading a link or a file. `notes`: sentences on what could not be taken over. `future`: entries that are dated
 * too far ahead to be believed. `lost`: the address says `?run`, but its fragment did not arrive.
 */
export type Received =
  | {
      kind: 'run';
      run: Run;
      future: readonly Entry[];
      gone: readonly string[];
      unknown: number;
      notes: readonly string[];
    }
  | { kind: 'refused'; refusal: Refusal }
  | { kind: 'lost' }
  /** The link leads to a live room, and this site has none. */
  | { kind: 'roomless' }
  | { kind: 'unreachable' };

const $waiting = atom<Received | undefined>(undefined);

export const $received: ReadableAtom<Received | undefined> = $waiting;

/** Shows what was received, until a choice is made. */
export function receive(received: Received): void {
  lookAt(received.kind === 'run' ? addEntries(received.run, received.future) : undefined);
  $waiting.set(received);
}

/** Ends looking at what was received: the page shows the reader's own run again. */
export function closeReceived(): void {
  lookAt(undefined);
  $waiting.set(undefined);
}
