import { prepareSearch } from './open-panel';
import { loadSearch } from './search-files';

/** Whoever points at Search, or moves the focus there, will want it: it is on its way before the click. */
export function heedSearchIntent(): void {
  const prepare = ({ target }: Event) => {
    if (!(target instanceof Element) || !target.closest('[data-search]')) return;
    // The dialog first: the reader types while the rest arrives.
    void prepareSearch();
    setTimeout(() => void loadSearch().catch(() => undefined));
  };
  document.addEventListener('pointerover', prepare, { passive: true });
  document.addEventListener('focusin', prepare);
}
