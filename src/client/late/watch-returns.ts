import { followReturns } from '~/client/acts/follow-returns';
import { rereadRun } from '~/stores/other-tabs';

/** Reads the run again whenever the page is looked at again. */
export const watchReturns = (): void => void followReturns(rereadRun);
