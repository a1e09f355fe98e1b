import { renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { AstroIntegration } from 'astro';
import { findLeftOut } from '~/build/markdown/list-pages';
import { ContentError } from '~/build/markdown/problem';

/**
 * Builds beside the last site, and puts the new one in its place when it is whole: a build that fails leaves the last good one there.
 * Comes after all other integrations. Pages that are left out because of their names make the build's exit another than 0, once the
 * others are there.
 */
export function replaceWhenDone(contentDir: string): AstroIntegration {
  let last = '';
  let next = '';
  return {
    name: 'replace-when-done',
    hooks: {
      'astro:config:setup': ({ command, config, updateConfig }) => {
        if (command !== 'build') return;
        last = path.resolve(fileURLToPath(config.outDir));
        next = `${last}.new`;
        rmSync(next, { recursive: true, force: true });
        updateConfig({ outDir: pathToFileURL(`${next}/`) });
      },
      'astro:build:done': () => {
        rmSync(last, { recursive: true, force: true });
        renameSync(next, last);
        const leftOut = findLeftOut(path.resolve(contentDir), contentDir);
        if (leftOut.length > 0) throw new ContentError(leftOut);
      },
    },
  };
}
