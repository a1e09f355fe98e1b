import { scrollBelow } from './scroll-below';

/** Keeps what the page is scrolled to clear of its bar: on a phone that grows by what it says, above all while a contingency is on. */
export function clearOfBar(): void {
  const bar = document.querySelector('.bar');
  if (bar) new ResizeObserver(() => scrollBelow(bar.getBoundingClientRect().height)).observe(bar);
}
