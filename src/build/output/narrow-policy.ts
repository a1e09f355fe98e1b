import { hashOf } from './hash-of';
import type { Joined } from './join-styles';
import type { Edit, FoundElement } from './read-elements';

const isHash = (source: string): boolean => source.startsWith("'sha256-");

/** A page's security policy as Astro writes it. */
const write = (policy: string): string => `<meta http-equiv="content-security-policy" content="${policy}">`;

/**
 * The change by which a page's security policy names the scripts and styles that stand in it, and no others: Astro's names those of every
 * page and of every kind of island, a third of a kilobyte that cannot be compressed. `elements`: the page's scripts, styles and `<meta>`.
 * `joined`: two of its styles that become one; it is allowed where both were.
 * Throws where there is no policy, or Astro writes it in another way than it does today: no page goes out unprotected.
 */
export function narrowPolicy(html: string, elements: readonly FoundElement[], joined?: Joined['joined']): Edit {
  const meta = elements.find(({ name, attributes }) => name === 'meta' && 'http-equiv' in attributes);
  const { content = '' } = meta?.attributes ?? {};
  if (meta === undefined || html.slice(meta.start, meta.end) !== write(content)) {
    throw new Error(
      `A page has no security policy of the form ${write('…')}. Does this version of Astro write it otherwise?`,
    );
  }
  const present = new Set(
    elements
      .filter(({ name, inner }) => (name === 'script' || name === 'style') && inner !== '')
      .map(({ inner }) => `'${hashOf(inner)}'`),
  );
  const parts = (joined?.parts ?? []).map((hash) => `'${hash}'`);
  const narrow = content.split(';').map((directive) => {
    const sources = directive.split(' ');
    const isOfParts = joined !== undefined && parts.every((part) => sources.includes(part));
    const kept = sources.filter(
      (source) => !isHash(source) || (present.has(source) && !(isOfParts && parts.includes(source))),
    );
    return [...kept, ...(isOfParts ? [`'${hashOf(joined.inner)}'`] : [])].join(' ');
  });
  return { start: meta.start, end: meta.end, text: write(narrow.join(';')) };
}
