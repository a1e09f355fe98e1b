import { lasting, security, types } from './headers';

/**
 * The file `_headers` that Netlify and Cloudflare Pages read from the site's folder. Both ask for pages anew by themselves; a rule that
 * said so would be added to that of the lasting files, and spoil it. `base`: the site's base path, with its slash.
 */
export function writeHeadersFile(base: string): string {
  const rule = (path: string, headers: readonly (readonly [string, string])[]) =>
    [base + path, ...headers.map(([name, value]) => `  ${name}: ${value}`)].join('\n');
  const ofTypes = Object.entries(types).map(([ending, type]) => rule(`*.${ending}`, [['Content-Type', type]]));
  return `${[rule('*', security), rule(`${lasting.path}*`, [lasting.header]), ...ofTypes].join('\n\n')}\n`;
}
