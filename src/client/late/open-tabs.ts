/** The anchor that a hash names; nobody's where it cannot be decoded. */
function decodeHash(hash: string): string {
  try {
    return decodeURIComponent(hash.slice(1));
  } catch {
    return '';
  }
}

/** Opens the tab, or the details, whose own heading is the target of a link; what stands within it the browser opens by itself. */
function openTarget(): void {
  const target = document.getElementById(decodeHash(location.hash));
  const details = target?.closest('summary')?.parentElement;
  if (details instanceof HTMLDetailsElement) details.open = true;
}

/** Opens tabs that links lead to, now and later. */
export function openTabs(): void {
  openTarget();
  addEventListener('hashchange', openTarget);
}
