import { isTyping } from './typing';

const panels = () => import('./open-panel');

/** Whoever points at Search, or moves the focus there, will want it: it is on its way before the click. */
const prepare = ({ target }: Event) => {
  if (!(target instanceof Element) || !target.closest('[data-search]')) return;
  // The dialog first: the reader types while the rest arrives.
  void panels()
    .then(({ prepareSearch }) => void prepareSearch())
    .then(() => import('./search-files'))
    .then(({ loadSearch }) => loadSearch())
    .catch(() => undefined);
};

const press = (event: KeyboardEvent) => {
  const { ctrlKey, metaKey, altKey, key, target } = event;
  const combination = (ctrlKey || metaKey) && key === 'k';
  const slash = key === '/' && !ctrlKey && !metaKey && !altKey && !isTyping(target);
  if ((!combination && !slash) || document.querySelector('dialog[open]')) return;
  event.preventDefault();
  void panels().then(({ openSearch }) => openSearch());
};

/** Opens the search by its keys, and has it on its way as soon as somebody points at its button. */
export function heedSearchIntent(): void {
  document.addEventListener('pointerover', prepare, { passive: true });
  document.addEventListener('focusin', prepare);
  document.addEventListener('keydown', press);
}
