import { earlyKey } from './early-input';

/** A box or field, and how a reader left it. */
interface Change {
  input: HTMLInputElement;
  given: Pick<HTMLInputElement, 'checked' | 'value'>;
}

/** Takes what was noted of an input for a reload, once. */
function takeNoted(input: HTMLInputElement): Change[] {
  const key = earlyKey(input);
  const noted = /^(true|false) (.*)$/.exec(sessionStorage.getItem(key) ?? '');
  sessionStorage.removeItem(key);
  return noted ? [{ input, given: { checked: noted[1] === 'true', value: noted[2] ?? '' } }] : [];
}

function takeAllNoted(inputs: readonly HTMLInputElement[]): Change[] {
  try {
    return sessionStorage.length === 0 ? [] : inputs.flatMap(takeNoted);
  } catch {
    // Storage is forbidden: what was entered on this page is still there.
    return [];
  }
}

/**
 * Remembers ticks and text that a reader entered before the scripts came (before-paint.ts has marked and noted them), on this page or
 * before it was loaded again, and returns a function that enters them once more, when listeners are there.
 */
export function takeEarlyChanges(root: HTMLElement): () => void {
  const inputs = [...root.querySelectorAll('input')];
  const isEarly = ({ dataset }: HTMLInputElement) => dataset.early !== undefined;
  const remember = (input: HTMLInputElement): Change => ({
    input,
    given: { checked: input.checked, value: input.value },
  });
  const early = inputs.filter(isEarly).map(remember);
  const noted = takeAllNoted(inputs).filter(({ input }) => !isEarly(input));
  return () => {
    for (const { input, given } of [...noted, ...early]) {
      Object.assign(input, given).dispatchEvent(new Event('change', { bubbles: true }));
    }
  };
}
