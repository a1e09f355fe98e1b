import { pressedKey } from '~/client/acts/pressed-key';
import { isTyping } from '~/client/acts/typing';
import { preloadSearch } from '~/client/acts/search-preload';

const search = () => import('~/client/search/open-search');

/** Whoever points at Search, or moves the focus there, will want it: it is on its way before the click. */
const prepare = ({ target }: Event) => {
  if (!(target instanceof Element) || !target.closest('[data-search]')) return;
  preloadSearch().catch(() => undefined);
  search().then(
    ({ prepareSearch }) => prepareSearch(),
    () => undefined,
  );
};

/** What was typed after "/" while the dialog was on its way: it is meant for the dialog, and means nothing else. */
let early: string | undefined;

function takeEarly(): string {
  const typed = early ?? '';
  early = undefined;
  return typed;
}

const press = (event: KeyboardEvent) => {
  const { ctrlKey, metaKey, altKey, key, target } = event;
  const meant = pressedKey(event);
  const plain = !ctrlKey && !metaKey && !altKey;
  if (early !== undefined && plain && key.length === 1) {
    early += key;
    event.preventDefault();
    return event.stopImmediatePropagation();
  }
  const asked = ((ctrlKey || metaKey) && meant === 'k') || (key === '/' && plain && !isTyping(target));
  if (!asked || document.querySelector('dialog[open]')) return;
  event.preventDefault();
  early = '';
  preloadSearch().catch(() => undefined);
  // Where the dialog was called off, nothing is kept for it any more.
  void search()
    .then(({ openSearch }) => openSearch(takeEarly))
    .finally(takeEarly);
};

/** Opens the search by its keys, and has it on its way as soon as somebody points at its button. */
export function heedSearchIntent(): void {
  document.addEventListener('pointerover', prepare, { passive: true });
  document.addEventListener('focusin', prepare);
  document.addEventListener('keydown', press);
}
