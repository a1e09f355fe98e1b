import { atom, type ReadableAtom } from 'nanostores';
import type { Run } from '~/core/run/run';

/* The run of somebody else that is looked at, before a choice is made. It lives as long as its panel is open and is kept nowhere. */

const $visitor = atom<Run | undefined>(undefined);

/** A run that came by link and is looked at: shown in place of the reader's own, and not to be changed. */
export const $looking: ReadableAtom<Run | undefined> = $visitor;

/** Shows a run that came by link, changing nothing; or the reader's own again. */
export const lookAt = (run: Run | undefined): void => $visitor.set(run);
