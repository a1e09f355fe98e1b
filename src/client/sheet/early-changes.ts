/**
 * Remembers ticks and text that a reader entered before the scripts came (before-paint.ts has marked them), and returns a function
 * that enters them once more, when listeners are there.
 */
export function takeEarlyChanges(root: HTMLElement): () => void {
  const early = [...root.querySelectorAll<HTMLInputElement>('[data-early]')].map((input) => ({
    input,
    given: { checked: input.checked, value: input.value },
  }));
  return () => {
    for (const { input, given } of early) {
      Object.assign(input, given).dispatchEvent(new Event('change', { bubbles: true }));
    }
  };
}
