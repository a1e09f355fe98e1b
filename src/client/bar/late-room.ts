import { rememberLateParts } from '~/stores/late-parts';
import { $view } from '~/stores/run';

/** Lets the bar be as tall as what stands in it. `bar`: the run bar. */
export function freeLateRoom(bar: HTMLElement): void {
  bar.closest<HTMLElement>('.bar')?.style.removeProperty('min-block-size');
}

/** Remembers for the next opening what comes late to this page, as it is now. */
export function noteLateParts({ root, bar }: { root: HTMLElement; bar: HTMLElement }): void {
  const banners = [...root.querySelectorAll<HTMLElement>('[data-contingency] > .alarm-banner')];
  const heights = banners.map((banner): [string, number] => [
    banner.parentElement?.dataset.contingency ?? '',
    banner.getBoundingClientRect().height,
  ]);
  const parts = {
    run: $view.get().run?.id ?? '',
    width: innerWidth,
    bar: bar.closest('.bar')?.getBoundingClientRect().height ?? 0,
    alarm: bar.querySelector('[data-bar=alarm]')?.textContent ?? '',
    banners: Object.fromEntries(heights),
  };
  rememberLateParts(parts.alarm === '' ? undefined : parts);
}
