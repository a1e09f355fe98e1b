import { loadPanelStyles } from './panel-styles';
import { $isKeeping } from '~/stores/journal-state';
import { $trouble } from '~/stores/trouble';

/** What is saved within this time, in milliseconds, is not said to be saving: a word that nobody can read would cost each tick two more frames. */
const unread = 150;

/**
 * Says in the run bar that what was entered last is still being saved: where that takes longer than a moment; at once where storage
 * refuses the run, because it is nowhere else then. The bar's `data-keeping` tells it from the first instant.
 */
export function showKeeping(bar: HTMLElement, text: string): void {
  const part = document.createElement('span');
  part.dataset.bar = 'keeping';
  part.textContent = text;
  bar.querySelector('.run-title')?.append(part);
  let coming: ReturnType<typeof setTimeout> | undefined;
  const show = () => void part.toggleAttribute('hidden', !$isKeeping.get());
  const follow = () => {
    const isKeeping = $isKeeping.get();
    bar.toggleAttribute('data-keeping', isKeeping);
    clearTimeout(coming);
    if (isKeeping) void loadPanelStyles();
    if (isKeeping && $trouble.get()?.kind !== 'refused') coming = setTimeout(show, unread);
    else show();
  };
  $isKeeping.subscribe(follow);
  $trouble.listen(follow);
}
