/**
 * Keeps what the page is scrolled to clear of the run bar: on a phone the bar grows by what it says, above all while a contingency is
 * on. On the root's own scrolling alone, which no other element inherits: a change costs the rows nothing.
 */
export function clearOfBar(bar: Element): void {
  const { style } = document.documentElement;
  new ResizeObserver(() => {
    const { height } = bar.getBoundingClientRect();
    style.scrollPaddingBlockStart = `max(var(--bar) + var(--s4), ${height}px + var(--s1))`;
  }).observe(bar);
}
