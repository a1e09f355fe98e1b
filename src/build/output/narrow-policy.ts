import { hashOf } from './hash-of';

/**
 * The start of a page's security policy as Astro writes it. A page's own text cannot hold it: `<` is escaped in text, and the
 * quotation mark in attributes.
 */
const opening = '<meta http-equiv="content-security-policy" content="';

/** The hashes of all that stands, or could be taken to stand, in an element of that name: too many do no harm. */
function hashesIn(html: string, name: 'script' | 'style'): Set<string> {
  const found = new Set<string>();
  for (let at = html.indexOf(`<${name}`); at >= 0; at = html.indexOf(`<${name}`, at + 1)) {
    const start = html.indexOf('>', at) + 1;
    const end = html.indexOf(`</${name}>`, start);
    if (start > 0 && end > start) found.add(`'${hashOf(html.slice(start, end))}'`);
  }
  return found;
}

const isHash = (source: string): boolean => source.startsWith("'sha256-");

/**
 * A page whose security policy names the scripts and styles that stand in it, and no others: Astro's names those of every page and of
 * every kind of island, a third of a kilobyte that cannot be compressed. The rest of the page stays as it is. Throws where there is no
 * policy, or Astro writes it in another way than it does today: no page goes out unprotected.
 */
export function narrowPolicy(html: string): string {
  const start = html.indexOf(opening) + opening.length;
  const end = html.indexOf('"', start);
  if (start < opening.length || end < 0) {
    throw new Error(
      `A page has no security policy that begins with ${opening}. Does this version of Astro write it otherwise?`,
    );
  }
  const present = new Set([...hashesIn(html, 'script'), ...hashesIn(html, 'style')]);
  const directives = html.slice(start, end).split(';');
  const narrow = directives.map((directive) =>
    directive
      .split(' ')
      .filter((source) => !isHash(source) || present.has(source))
      .join(' '),
  );
  return html.slice(0, start) + narrow.join(';') + html.slice(end);
}
