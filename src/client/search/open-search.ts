import { openSearchDialog } from '~/client/desk/registry';
import { loadPanelStyles } from '~/client/bar/panel-styles';
import { loadWords } from '~/words/load';
import { loadSearch } from './search-files';

/** Sends for all that the search needs, before it is asked for or while its dialog opens. The dialog tells of what fails. */
export const prepareSearch = (): void =>
  void Promise.all([loadWords(), loadPanelStyles(), loadSearch()]).catch(() => undefined);

/** Opens the search; `takeTyped` returns the text that was typed for it before it opened. */
export function openSearch(takeTyped: () => string = () => ''): Promise<void> {
  prepareSearch();
  return openSearchDialog(takeTyped);
}
