/**
 * Remembers what a reader ticked or typed before the scripts came (before-paint.ts has marked it), and returns what does it once
 * more, when somebody hears it.
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
