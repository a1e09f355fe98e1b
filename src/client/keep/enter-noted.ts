import { earlyKey } from '~/client/sheet/early-input';

/** Takes from sessionStorage how a reader left a box or field before the scripts came; undefined where nothing is noted of it. */
function takeNoted(input: HTMLInputElement): Pick<HTMLInputElement, 'checked' | 'value'> | undefined {
  const key = earlyKey(input);
  const noted = /^(true|false) (.*)$/.exec(sessionStorage.getItem(key) ?? '');
  sessionStorage.removeItem(key);
  return noted ? { checked: noted[1] === 'true', value: noted[2] ?? '' } : undefined;
}

/**
 * Enters ticks and text that before-paint.ts noted before the page was loaded again. What was entered on this very page is marked with
 * `data-early` and has been taken in by the sheet; whatever shows already what was noted stays as it is.
 */
export function enterNoted(): void {
  try {
    if (sessionStorage.length === 0) return;
    for (const input of document.querySelectorAll<HTMLInputElement>('[data-page] input')) {
      const given = takeNoted(input);
      if (given === undefined || input.dataset.early !== undefined) continue;
      if (input.checked === given.checked && input.value === given.value) continue;
      Object.assign(input, given).dispatchEvent(new Event('change', { bubbles: true }));
    }
  } catch {
    // Storage is forbidden: nothing was noted.
  }
}
