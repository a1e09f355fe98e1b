import { loadWords } from '~/words/load';
import { once, openPanel } from './open-panel';
import { loadPanelStyles } from './panel-styles';
import SearchDialog from './SearchDialog';
import { loadSearch } from './search-files';

/** Sends for all that the search needs, before it is asked for or while its dialog opens. What fails, the dialog says. */
export const prepareSearch = (): void =>
  void Promise.all([loadWords(), loadPanelStyles(), loadSearch()]).catch(() => undefined);

/** The search; `takeTyped` gives what was typed for it before it was there. */
export const openSearch = once((takeTyped: () => string = () => '') => {
  prepareSearch();
  return openPanel(() => Promise.resolve({ default: SearchDialog }), { takeTyped });
});
