import { pressedKey } from '~/client/acts/pressed-key';
import { isTyping } from '~/client/acts/typing';
import { preloadSearch } from '~/client/acts/search-preload';
import { unlessEscaped } from '~/client/page/unless-escaped';

const search = () => import('~/client/search/open-search');

/** Loads the search before the click, when the pointer or the focus moves to its button. */
const prepare = ({ target }: Event) => {
  if (!(target instanceof Element) || !target.closest('[data-search]')) return;
  preloadSearch().catch(() => undefined);
  search().then(
    ({ prepareSearch }) => prepareSearch(),
    () => undefined,
  );
};

/** The text typed after "/" while the dialog was loading: it is meant for the dialog, and nothing else acts on it. */
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
  // A cancelled dialog leaves no typed text behind.
  void unlessEscaped(search())
    .then((loaded) => loaded?.openSearch(takeEarly))
    .finally(takeEarly);
};

/** Opens the search by its keys, and has it on its way as soon as somebody points at its button. */
export function watchSearchIntent(): void {
  document.addEventListener('pointerover', prepare, { passive: true });
  document.addEventListener('focusin', prepare);
  document.addEventListener('keydown', press);
}
