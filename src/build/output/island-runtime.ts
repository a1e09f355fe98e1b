import { hashOf } from './hash-of';

/** Two scripts in which Astro says what "idle" means and defines the element that draws an island. No text of a page can hold this. */
const opening = /<script>\(\(\)=>\{[^<]*"astro:idle"[^<]*<\/script><script>/;
const closing = '</script>';

/** An island that is drawn once the page is idle. In a page's own text `<` is escaped. */
const waiting = /<astro-island [^>]*client="idle"/;

/** The style that Astro writes for its islands; src/styles/base.css has it, so that the policy of a page needs no hash for it. */
const display = '<style>astro-island,astro-slot,astro-static-slot{display:contents}</style>';

/** The names that Astro and Preact give an island for what this site does not use: nested islands, and signals. */
const unread = /(?<=<astro-island) uid="[^"]*"(?: data-preact-island-id="[^"]*")?/g;

/** A page without the runtime of its islands, and the runtime, in a file of its own. */
export interface Parted {
  html: string;
  file?: { name: string; code: string };
}

/**
 * Parts from a page what draws its islands once it is idle: a kilobyte and a half, the same on every page, that nothing before the first
 * tick needs. `base`: the site's base path, with its slash. A page without islands that wait stays as it is. Throws where Astro writes
 * the runtime in another way than it does today.
 */
export function partIslands(html: string, base: string): Parted {
  if (!waiting.test(html)) return { html };
  const found = opening.exec(html);
  const start = found ? found.index + found[0].length : -1;
  const end = html.indexOf(closing, start);
  if (found === null || end < 0 || !html.slice(start, end).includes('astro-island')) {
    throw new Error(
      'The scripts that draw islands are not where they were. Does this version of Astro write them otherwise?',
    );
  }
  const idle = found[0].slice('<script>'.length, -'</script><script>'.length);
  const code = idle + html.slice(start, end);
  const name = `_astro/island.${hashOf(code)
    .replace(/^sha256-|[^\w]/g, '')
    .slice(0, 7)}.js`;
  const before = html.slice(0, found.index).replace(display, '');
  return {
    html: `${before}<script defer src="${base}${name}">${html.slice(end)}`.replace(unread, ''),
    file: { name, code },
  };
}
