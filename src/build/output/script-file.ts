import { hashOf } from './hash-of';

/** The path below the site of a script with a file of its own; a part of the name is a hash of what it holds, so that it never changes. */
export const scriptFile = (name: string, code: string): string =>
  `_astro/${name}.${hashOf(code)
    .replace(/^sha256-|[^\w]/g, '')
    .slice(0, 7)}.js`;
