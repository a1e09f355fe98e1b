/**
 * Presses once more the buttons that were pressed before the code was there that hears them (before-paint.ts has marked them). `heard` is
 * the selector of the buttons that are heard from now on.
 */
export function pressEarly(heard: string): void {
  for (const button of document.querySelectorAll<HTMLElement>(`${heard}[data-pressed]`)) button.click();
}
