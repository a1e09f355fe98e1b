import { loadPanelStyles } from '~/client/desk/panel-styles';
import { $isKeeping } from '~/stores/journal-state';

/**
 * Shows in the run bar that what was entered last is still being saved. Usually that is over before it can be read: the styles show it
 * a moment later, but at once where storage refuses the run, because it is nowhere else then.
 */
export function showKeeping(bar: HTMLElement, text: string): void {
  const part = document.createElement('span');
  part.dataset.bar = 'keeping';
  part.textContent = text;
  bar.querySelector('.run-title')?.append(part);
  $isKeeping.subscribe((isKeeping) => {
    part.toggleAttribute('hidden', !isKeeping);
    if (isKeeping) void loadPanelStyles();
  });
}
