import { atom, type ReadableAtom } from 'nanostores';

/**
 * A trouble with storage. `refused`: nothing can be written; `newer`: reload first; `aside`: names of unreadable values that were set
 * aside; `rewritten`: the kept run had been cleared, and was written again.
 */
export type Trouble =
  { kind: 'refused' } | { kind: 'newer' } | { kind: 'aside'; keys: readonly string[] } | { kind: 'rewritten' };

const $state = atom<Trouble | undefined>(undefined);

/** The present trouble with storage, the last one found. */
export const $trouble: ReadableAtom<Trouble | undefined> = $state;

/** Announces a trouble. Refusals are announced once: a reader who has dismissed the message does not see it again at every tick. */
export function tell(trouble: Trouble): void {
  const before = $state.get();
  if (trouble.kind === 'refused' && before?.kind === 'refused') return;
  if (trouble.kind === 'aside' && before?.kind === 'aside') {
    $state.set({ kind: 'aside', keys: [...before.keys, ...trouble.keys] });
  } else $state.set(trouble);
}

/** Withdraws the refusal: storage has everything again. */
export function untellRefusal(): void {
  if ($state.get()?.kind === 'refused') $state.set(undefined);
}
