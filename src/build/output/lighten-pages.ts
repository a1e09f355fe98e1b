import { writeFile } from 'node:fs/promises';
import type { AstroIntegration } from 'astro';
import { thisEngine } from '~/build/cache/engine-digest';
import { keepRendered } from '~/build/cache/keep-rendered';
import { lightenPage } from './lighten-page';

/**
 * Lightens each page as it is rendered, before it is written: what draws its islands goes to a file, and its policy names what is left.
 * Pages that have not changed since an earlier build are not rendered anew.
 */
export function lightenPages(): AstroIntegration {
  const scripts = new Map<string, string>();
  let base = '/';
  const rendered = keepRendered(
    (html) => lightenPage(html, base),
    ({ name, code }) => scripts.set(name, code),
    thisEngine,
  );
  return {
    name: 'lighten-pages',
    hooks: {
      'astro:config:done': ({ config }) => {
        base = config.base.replace(/\/?$/, '/');
        rendered.open(config);
      },
      'astro:build:start': ({ setPrerenderer }) =>
        setPrerenderer((astro) => ({ ...rendered.reuse(astro), name: 'lighten-pages' })),
      'astro:build:generated': async ({ dir }) => {
        await Promise.all([...scripts].map(([name, code]) => writeFile(new URL(name, dir), code)));
      },
    },
  };
}
