import { rememberLateParts } from '~/stores/late-parts';
import { $view } from '~/stores/run';

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
