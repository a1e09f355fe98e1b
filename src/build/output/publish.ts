import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { AstroIntegration } from 'astro';
import type { Folders } from '~/build/markdown/folders';
import { findLeftOut } from '~/build/markdown/list-pages';
import { ContentError } from '~/build/markdown/problem';

/*
 * A site is built in a folder beside its own and takes the place of the last one when it is finished: a build that fails, or is
 * stopped, leaves the last good site as it was.
 */

/** The folder beside a site in which it is built: on the same disk, so that it need only be renamed. */
export const workshopOf = (site: string): string =>
  path.join(path.dirname(site), `.${path.basename(site)}-in-the-making`);

/** Tells whether a folder sees the packages that the engine sees, as Node looks for them: in the folders above. */
function seesPackages(folder: string, engine: string): boolean {
  const find = (from: string) => createRequire(path.join(from, 'index.js')).resolve('astro/package.json');
  try {
    return find(folder) === find(engine);
  } catch {
    return false;
  }
}

/**
 * The folder in which a site is built. While it is built, parts of it are run, and need the engine's packages: a site that is to lie
 * elsewhere is built by the engine and copied.
 */
export function chooseWorkshop(site: string, engine: string): string {
  if (seesPackages(path.dirname(site), engine)) return workshopOf(site);
  const name = createHash('sha256').update(site).digest('hex').slice(0, 12);
  return path.join(engine, 'node_modules/.cache/sites', name);
}

const remove = (file: string): void => rmSync(file, { recursive: true, force: true });

/** Fills a folder that cannot be renamed, because it is a mount, in use, or on another disk, with a finished site. */
function refill(site: string, finished: string): void {
  mkdirSync(site, { recursive: true });
  for (const name of readdirSync(site)) if (name !== '.git') remove(path.join(site, name));
  cpSync(finished, site, { recursive: true });
  remove(finished);
}

/** Puts a finished site in the place of another. The other's `.git` stays: somebody's branch may be the site. */
export function publish(finished: string, site: string): void {
  const history = path.join(site, '.git');
  const former = `${workshopOf(site)}-former`;
  remove(former);
  try {
    mkdirSync(path.dirname(site), { recursive: true });
    if (existsSync(history)) renameSync(history, path.join(finished, '.git'));
    if (existsSync(site)) renameSync(site, former);
    renameSync(finished, site);
    remove(former);
  } catch {
    if (existsSync(former)) renameSync(former, site);
    refill(site, finished);
  }
}

/**
 * Builds the site beside the last one, and publishes it. The last step of a build. Pages that are left out because of their names make
 * it exit with an error, once the others are there.
 */
export function publishing(contentDir: string, folders: Folders): AstroIntegration {
  let site = '';
  return {
    name: 'publishing',
    hooks: {
      'astro:config:setup': ({ command, config, updateConfig }) => {
        if (command !== 'build') return;
        site = fileURLToPath(config.outDir).replace(/[\\/]$/, '');
        const outDir = pathToFileURL(`${chooseWorkshop(site, fileURLToPath(config.root))}/`);
        updateConfig({ outDir, build: { client: new URL('client/', outDir), server: new URL('server/', outDir) } });
      },
      'astro:build:done': ({ dir }) => {
        if (site !== '') publish(fileURLToPath(dir), site);
        const leftOut = findLeftOut(path.resolve(contentDir), contentDir, folders);
        if (leftOut.length > 0) throw new ContentError(leftOut);
      },
    },
  };
}
