import { atom, type ReadableAtom } from 'nanostores';

/**
 * Something wrong with storage. `refused`: nothing can be written; `newer`: reload first; `aside`: names of values that could not be
 * read and were set aside; `rewritten`: what was kept had been cleared, and was written again.
 */
export type Trouble =
  { kind: 'refused' } | { kind: 'newer' } | { kind: 'aside'; keys: readonly string[] } | { kind: 'rewritten' };

const $state = atom<Trouble | undefined>(undefined);

/** What is wrong with storage now; the last thing that was found. */
export const $trouble: ReadableAtom<Trouble | undefined> = $state;

/** Tells of a trouble. Refusals are told once: a reader who has dismissed that is not told again at every tick. */
export function tell(trouble: Trouble): void {
  const before = $state.get();
  if (trouble.kind === 'refused' && before?.kind === 'refused') return;
  if (trouble.kind === 'aside' && before?.kind === 'aside') {
    $state.set({ kind: 'aside', keys: [...before.keys, ...trouble.keys] });
  } else $state.set(trouble);
}

/** Takes back that storage refuses: it took something. */
export function untellRefusal(): void {
  if ($state.get()?.kind === 'refused') $state.set(undefined);
}
