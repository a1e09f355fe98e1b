const signs = ['pointermove', 'pointerdown', 'keydown', 'focusin', 'scroll'] as const;

/** A page that nobody touches is ready for anything after this long, in milliseconds. */
const patience = 8000;

/**
 * Runs something when somebody first uses the page (points, scrolls, touches, presses a key), or after a while: what the page
 * loads before that is what a reader needs. Keys that are pressed meanwhile are pressed once more, where the focus is then.
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
      // Those who came meanwhile may have heard it.
      if (event.defaultPrevented) continue;
      if (event.target instanceof HTMLInputElement && event.target.type !== 'checkbox') continue;
      (document.activeElement ?? document).dispatchEvent(new KeyboardEvent('keydown', event));
    }
  };
  const timer = setTimeout(start, patience);
  addEventListener('keydown', hear);
  for (const sign of signs) addEventListener(sign, start, { passive: true });
}
