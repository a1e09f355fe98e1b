import { atom, type ReadableAtom } from 'nanostores';
import type { Run } from '~/core/run/run';

/* Somebody else's run, shown before a choice is made. It lives as long as its panel is open and is kept nowhere. */

const $visitor = atom<Run | undefined>(undefined);

/** A run that came by link: shown in place of the reader's own, and read-only. */
export const $looking: ReadableAtom<Run | undefined> = $visitor;

/** Shows a run that came by link, changing nothing; or the reader's own again. */
export const lookAt = (run: Run | undefined): void => $visitor.set(run);
