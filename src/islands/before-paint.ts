/**
 * Sets theme and filter on the root before anything is painted, and tells the styles that scripts run; who has high contrast gets
 * its styles at once, by the link that is there for the scriptless: written by the parser, it holds the first frame back. It is part
 * of the page's inline script as its own source text: so it refers to nothing outside itself. `prefix`: that of this site's keys.
 */
export function beforePaint(prefix: string): void {
  const { dataset } = document.documentElement;
  dataset.js = '';
  if (matchMedia('(forced-colors:active)').matches)
    document.write(document.querySelector('noscript')?.textContent ?? '');
  try {
    for (const name of ['theme', 'filter']) {
      const value = localStorage.getItem(`${prefix}preference|${name}`);
      if (value) dataset[name] = value;
    }
  } catch {
    // Storage is forbidden: the defaults hold.
  }
}
