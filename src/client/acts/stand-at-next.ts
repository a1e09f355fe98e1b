import { holdId } from '~/core/page/hold-places';
import { $view } from '~/stores/run';
import { unfold } from './unfold';

/** Scrolls the next step to the middle of the screen and moves the focus to it: to its box, or to the first answer of a hold. */
export function standAtNext(): void {
  const { next } = $view.get();
  const id = next?.kind === 'item' ? next.item.id : next?.kind === 'hold' ? holdId(next.hold.after) : undefined;
  const place = id === undefined ? document.querySelector<HTMLElement>('main h1') : document.getElementById(id);
  unfold(place);
  // It may be another role's, and hidden: the one that the address names is shown.
  if (id !== undefined && place?.checkVisibility() === false) location.replace(`#${id}`);
  place?.scrollIntoView({ block: 'center', behavior: 'instant' });
  place?.querySelector<HTMLElement>('input, button')?.focus({ preventScroll: true });
}
