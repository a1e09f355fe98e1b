import { createHash } from 'node:crypto';

/** The hashes of a build so far: the same few styles and scripts stand in every page. */
const known = new Map<string, `sha256-${string}`>();

/** The hash by which a page's security policy names a script or style that stands in the page. */
export function hashOf(text: string): `sha256-${string}` {
  const hash = known.get(text) ?? (`sha256-${createHash('sha256').update(text).digest('base64')}` as const);
  known.set(text, hash);
  return hash;
}
