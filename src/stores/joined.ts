import { atom, type ReadableAtom } from 'nanostores';

/** The ids of two runs: `other` was merged into `kept`. */
interface Joined {
  kept: string;
  other: string;
}

const $last = atom<Joined | undefined>(undefined);

/** The two runs that were joined last. */
export const $joined: ReadableAtom<Joined | undefined> = $last;

/** Notes that a run was merged into another. */
export const noteJoined = (joined: Joined): void => $last.set(joined);
