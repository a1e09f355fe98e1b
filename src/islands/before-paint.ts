/**
 * Sets theme and filter on the root before anything is painted, and tells the styles that scripts run. It is part of the
 * page's inline script as its own source text: so it refers to nothing outside itself. `prefix`: that of this site's keys.
 */
export function beforePaint(prefix: string): void {
  const { dataset } = document.documentElement;
  dataset.js = '';
  try {
    for (const name of ['theme', 'filter']) {
      const value = localStorage.getItem(`${prefix}preference|${name}`);
      if (value) dataset[name] = value;
    }
  } catch {
    // Storage is forbidden: the defaults hold.
  }
}
