import { loadSearch } from './search-files';

const panels = () => import('./open-panel');

/** Whoever points at Search, or moves the focus there, will want it: it is on its way before the click. */
const prepare = ({ target }: Event) => {
  if (target instanceof Element && target.closest('[data-search]')) {
    // The dialog first: the reader types while the rest arrives.
    void panels()
      .then(({ prepareSearch }) => void prepareSearch())
      .then(loadSearch)
      .catch(() => undefined);
  }
};

const isTyping = ({ target }: Event) =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target.matches('input:not([type=checkbox]), textarea, select'));

const press = (event: KeyboardEvent) => {
  const combination = (event.ctrlKey || event.metaKey) && event.key === 'k';
  const slash = event.key === '/' && !event.ctrlKey && !event.metaKey && !event.altKey && !isTyping(event);
  if ((!combination && !slash) || document.querySelector('dialog[open]')) return;
  event.preventDefault();
  void panels().then(({ openSearch }) => openSearch());
};

/** Opens the search by its keys, and has it on its way as soon as somebody points at its button. */
export function heedIntent(): void {
  document.addEventListener('pointerover', prepare, { passive: true });
  document.addEventListener('focusin', prepare);
  document.addEventListener('keydown', press);
}
