import { prefer } from '~/stores/preferences';
import { toggleFilter } from './filter';
import { undoAndSay } from './page-acts';
import { pressedKey } from './pressed-key';
import { markWithReason, writeNote } from './row-acts';
import { standAtNext } from './stand-at-next';
import { isTyping } from './typing';
import { openKeys } from '~/client/desk/registry';

/** The visible rows' boxes, in order. */
const boxes = (root: HTMLElement) =>
  [...root.querySelectorAll<HTMLInputElement>('.row input')].filter((box) => box.checkVisibility());

function move(root: HTMLElement, by: 1 | -1): void {
  const all = boxes(root);
  const here = document.activeElement?.closest('[data-item]');
  const at = all.findIndex((box) => box.closest('[data-item]') === here);
  const start = all.findIndex((box) => box.getBoundingClientRect().top > 0);
  const box = all[at < 0 ? Math.max(0, start) : Math.min(all.length - 1, Math.max(0, at + by))];
  box?.focus();
  box?.scrollIntoView({ block: 'nearest' });
}

/** Handles the single keys of a checklist. Never while something is typed or a dialog is open. */
export function handleKeys(root: HTMLElement): void {
  /** True while a dialog is loading: keys typed meanwhile are meant for it and do nothing else. */
  let busy = false;
  const act = (key: string): boolean => {
    const row = document.activeElement?.closest<HTMLElement>('[data-item]');
    const item = row?.id;
    const keys: Record<string, (() => unknown) | undefined> = {
      j: () => move(root, 1),
      k: () => move(root, -1),
      c: standAtNext,
      o: toggleFilter,
      '?': openKeys,
      ...(item !== undefined && {
        // As a press on the box: what meets a press there meets the key too.
        x: () => row?.firstElementChild?.querySelector('input')?.click(),
        n: () => writeNote(item),
        s: () => markWithReason(item, 'skipped'),
        f: () => markWithReason(item, 'failed'),
      }),
    };
    const chosen = Object.hasOwn(keys, key) ? keys[key] : undefined;
    const acting = chosen?.();
    if (acting instanceof Promise) {
      busy = true;
      void acting.finally(() => (busy = false));
    }
    return chosen !== undefined;
  };
  const press = (event: KeyboardEvent) => {
    const key = pressedKey(event);
    const { ctrlKey, metaKey, altKey, target } = event;
    if ((ctrlKey || metaKey) && key === 'z' && !isTyping(target)) {
      event.preventDefault();
      return void undoAndSay();
    }
    if (busy || ctrlKey || metaKey || altKey || prefer('keys') === 'off' || isTyping(target)) return;
    // A key that is held down keeps moving, and repeats no other act.
    if (event.repeat && key !== 'j' && key !== 'k') return;
    if (document.querySelector('dialog[open], [role=menu]') === null && act(key)) event.preventDefault();
  };
  document.addEventListener('keydown', press);
}
