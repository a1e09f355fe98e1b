const signs = ['pointermove', 'pointerdown', 'keydown', 'focusin', 'scroll'] as const;

/** A page that nobody touches is ready for anything after this long, in milliseconds. */
const patience = 8000;

/**
 * Runs something when somebody first uses the page (points, scrolls, touches, presses a key), or after a while: what the page
 * loads before that is what a reader needs. A first key is pressed once more when that is ready to hear it.
 */
export function onFirstIntent(run: () => Promise<void>): void {
  const start = async (event?: Event) => {
    clearTimeout(timer);
    for (const sign of signs) removeEventListener(sign, start);
    await run();
    if (event instanceof KeyboardEvent) event.target?.dispatchEvent(new KeyboardEvent('keydown', event));
  };
  const timer = setTimeout(start, patience);
  for (const sign of signs) addEventListener(sign, start, { passive: true });
}
