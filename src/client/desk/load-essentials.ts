import { loadWords } from '~/words/load';
import { loadPanelStyles } from '~/client/bar/panel-styles';
import { loadShare } from './registry';

/**
 * Loads whatever people may need while they run this page, before they need it: from then on the network may go. The panels of the
 * desk are in its own chunk; this adds their words and styles, the acts and keys, the share dialog with its codec, and everything that
 * follows a run.
 */
export const loadEssentials = (): Promise<unknown> =>
  Promise.allSettled([
    loadWords(),
    loadPanelStyles(),
    import('~/client/acts/page-acts'),
    import('~/client/acts/handle-keys'),
    import('~/client/follow/watch-pauses'),
    import('~/client/late/start-late'),
    loadShare(),
  ]);
