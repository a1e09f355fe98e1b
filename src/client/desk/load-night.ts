import { loadWords } from '~/words/load';
import { loadPanelStyles } from './panel-styles';
import { loadShare } from './registry';

/**
 * Loads everything that a night at this page needs, used or not: from then on the network may go. The panels of the desk are in
 * its own chunk; this adds their words and styles, the acts and keys, the share dialog with its codec, and
 * everything that follows a run.
 */
export const loadNight = (): Promise<unknown> =>
  Promise.allSettled([
    loadWords(),
    loadPanelStyles(),
    import('~/client/acts/page-acts'),
    import('~/client/acts/handle-keys'),
    import('~/client/follow/resume'),
    import('~/client/late/start-late'),
    loadShare(),
  ]);
