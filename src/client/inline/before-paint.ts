import { earlyKey } from '~/client/sheet/early-input';
import { preferenceKey, shownKey } from '~/stores/storage-keys';
import { sendFor } from './send-for';

/*
 * Stands in the head of every page and runs before anything is painted. Sets theme and filters on the root, tells the styles that
 * scripts run, and marks boxes and fields that are changed before the modules are there (sheet/early-changes.ts), and notes them for
 * a reload: on a slow line there is time enough for that. Buttons that are pressed are marked too (sheet/press-early.ts). Modules that do
 * not arrive are asked for again. Where a run is kept, the script is sent for that paints it (run-paint.ts), and the first frame waits
 * for that script. The page shows as it arrives. A reader with high contrast gets its styles at once, by the link that is there for
 * readers without scripts: written by the parser, it holds the first frame back.
 */

const { dataset } = document.documentElement;
const script = document.currentScript;
dataset.js = '';

document.addEventListener('change', ({ target }) => {
  if (dataset.live !== undefined || !(target instanceof HTMLInputElement)) return;
  target.dataset.early = '';
  dataset.unkept = '';
  try {
    sessionStorage.setItem(earlyKey(target), `${target.checked} ${target.value}`);
  } catch {
    // Storage is forbidden: it lasts as long as the page.
  }
});

document.addEventListener('click', ({ target }) => {
  const button = target instanceof Element ? target.closest('button') : null;
  if (button === null) return;
  if (button.dataset.reload !== undefined) location.reload();
  button.dataset.pressed = '';
});

/** Asks once more for a script that did not arrive; after that, the page says so: once ticks are kept, as of a panel that is missing. */
function retry({ target: script }: Event): void {
  if (!(script instanceof HTMLScriptElement)) return;
  const { src } = script;
  if (src.endsWith('?again')) {
    if (dataset.live === undefined) dataset.failed = '';
    else dispatchEvent(new Event('astro:hydration-error'));
    return;
  }
  // Another site's script, which an author asked for, is none that the page needs.
  if (script.async) return;
  const again = Object.assign(document.createElement('script'), { type: 'module', src: `${src}?again` });
  setTimeout(() => script.replaceWith(again), 1000);
}

addEventListener('error', retry, true);

if (matchMedia('(forced-colors:active)').matches) document.write(document.querySelector('noscript')?.textContent ?? '');

try {
  if (dataset.runs && localStorage.getItem(shownKey(dataset.runs))) sendFor(script);
  for (const name of ['theme', 'filter', 'mine']) {
    const value = localStorage.getItem(preferenceKey(name));
    if (value) dataset[name] = value;
  }
} catch {
  // Storage is forbidden: the defaults hold.
}
