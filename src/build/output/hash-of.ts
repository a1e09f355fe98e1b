import { createHash } from 'node:crypto';

/** The hash by which a page's security policy names a script or style that stands in the page. */
export const hashOf = (text: string): `sha256-${string}` =>
  `sha256-${createHash('sha256').update(text).digest('base64')}`;
