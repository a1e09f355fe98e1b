/** The room between the bar and what the page is scrolled to, in CSS pixels. */
const gap = 16;

/**
 * Keeps what the page is scrolled to clear of a bar of this height, in CSS pixels. By a plain length: a change to or from one that holds
 * a maximum makes Chromium compute the styles of the whole page anew.
 */
export function scrollBelow(height: number): void {
  document.documentElement.style.scrollPaddingBlockStart = `${Math.ceil(height) + gap}px`;
}
