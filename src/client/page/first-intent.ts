const signs = ['pointermove', 'pointerdown', 'keydown', 'focusin', 'scroll'] as const;

/** The delay after which even an untouched page gets ready, in milliseconds. */
const patience = 8000;

/**
 * Runs something when somebody first uses the page (points, scrolls, touches, presses a key), or after a while: until then the
 * page loads only what a reader needs. Keys that are pressed meanwhile are pressed once more, where the focus is then.
 */
export function onFirstIntent(run: () => Promise<void>): void {
  const early: KeyboardEvent[] = [];
  const hear = (event: KeyboardEvent) => void early.push(event);
  const start = async () => {
    clearTimeout(timer);
    for (const sign of signs) removeEventListener(sign, start);
    await run();
    removeEventListener('keydown', hear);
    for (const event of early) {
      // Listeners that were added meanwhile may have handled it.
      if (event.defaultPrevented) continue;
      if (event.target instanceof HTMLInputElement && event.target.type !== 'checkbox') continue;
      (document.activeElement ?? document).dispatchEvent(new KeyboardEvent('keydown', event));
    }
  };
  const timer = setTimeout(start, patience);
  addEventListener('keydown', hear);
  for (const sign of signs) addEventListener(sign, start, { passive: true });
}
