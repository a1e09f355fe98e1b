/**
 * Sets theme and filter on the root before anything is painted, tells the styles that scripts run, and marks what is ticked or
 * typed before the modules are there (early-changes.ts): on a slow line that is long enough for a finger. Modules that do not arrive
 * are asked for again. Who has high contrast
 * gets its styles at once, by the link that is there for the scriptless: written by the parser, it holds the first frame back. It
 * is part of the page's inline script as its own source text: so it refers to nothing outside itself. `prefix`: that of this
 * site's keys.
 */
export function beforePaint(prefix: string): void {
  const { dataset } = document.documentElement;
  dataset.js = '';
  document.addEventListener('change', ({ target }) => {
    if (dataset.live !== undefined) return;
    (target as HTMLElement).dataset.early = '';
    dataset.unkept = '';
  });
  document.addEventListener('click', ({ target }) => (target as Element).closest('[data-reload]') && location.reload());
  // A script that did not arrive is asked for once more; after that, the page says so.
  const retry = ({ target: script }: Event) => {
    if (!(script instanceof HTMLScriptElement) || dataset.live !== undefined) return;
    if (script.dataset.again !== undefined) return void (dataset.failed = '');
    const again = document.createElement('script');
    Object.assign(again, { type: 'module', src: `${script.src}?again` });
    again.dataset.again = '';
    setTimeout(() => script.replaceWith(again), 1000);
  };
  addEventListener('error', retry, true);
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
