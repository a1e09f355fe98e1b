import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { AstroConfig, AstroIntegration, AstroIntegrationLogger } from 'astro';
import { cacheFolder } from '~/build/cache/build-cache';
import { copySite, findSite, noteSite } from '~/build/cache/kept-site';
import { type InputNames, nameInputs } from './name-inputs';
import type { Folders } from '~/build/markdown/folders';
import { readAsked } from '~/build/markdown/link-target';
import { findLeftOut } from '~/build/markdown/list-pages';
import { createStateReader } from '~/build/markdown/kept-reading';
import { askedFiles, loadedPages, reportedProblems } from '~/build/markdown/loaded-pages';
import { ContentError, showProblem } from '~/build/markdown/problem';
import { areRevisionsSound } from '~/build/site/revision-files';

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

const notesOf = ({ cacheDir }: AstroConfig): string => path.join(cacheFolder(cacheDir), 'sites');

/** Takes the finished site that was made of the same, if there is one: into the place of this one, where it lies elsewhere. */
function takeSame(config: AstroConfig, inputs: string, site: string, logger: AstroIntegrationLogger): boolean {
  const same = findSite(notesOf(config), inputs, createStateReader());
  if (same === undefined) return false;
  if (same.site !== site) {
    const draft = workshopOf(site);
    remove(draft);
    copySite(same.site, draft);
    publish(draft, site);
    noteSite(notesOf(config), inputs, { ...same, site });
  }
  for (const warning of same.warnings) logger.warn(warning);
  logger.info('Nothing has changed since this site was built: it is as it was.');
  return true;
}

/** Tells whether another build of the same would give the same, and say the same. */
const isRepeatable = (): boolean =>
  areRevisionsSound() &&
  reportedProblems.every(({ severity }) => severity === 'warning') &&
  [...loadedPages.values()].every(({ hasCode }) => !hasCode);

/**
 * Builds the site beside the last one, and publishes it. The last step of a build. Pages that are left out because of their names make
 * it exit with an error, once the others are there. Where a finished site was made of the same, nothing is built: it is the site.
 */
export function publishing(contentDir: string, folders: Folders): AstroIntegration {
  const content = path.resolve(contentDir);
  let site = '';
  let inputs: InputNames | undefined;
  let own: AstroConfig | undefined;
  return {
    name: 'publishing',
    hooks: {
      'astro:config:setup': ({ command, config, updateConfig, logger }) => {
        if (command !== 'build') return;
        site = fileURLToPath(config.outDir).replace(/[\\/]$/, '');
        own = config;
        inputs = nameInputs(config, content);
        // Astro has no word for a build that need not go on.
        if (inputs !== undefined && takeSame(config, inputs.whole, site, logger)) process.exit(0);
        const outDir = pathToFileURL(`${chooseWorkshop(site, fileURLToPath(config.root))}/`);
        updateConfig({ outDir, build: { client: new URL('client/', outDir), server: new URL('server/', outDir) } });
      },
      'astro:build:done': ({ dir }) => {
        if (site !== '') publish(fileURLToPath(dir), site);
        const leftOut = findLeftOut(content, contentDir, folders);
        if (leftOut.length > 0) throw new ContentError(leftOut);
        const after = own && isRepeatable() ? nameInputs(own, content) : undefined;
        // A file that was changed while the site was built may be in a part of it.
        if (own === undefined || after === undefined || after.made !== inputs?.made) return;
        const warnings = reportedProblems.map(showProblem);
        // Pages are among the inputs.
        const asked = [...askedFiles].filter(([one, state]) => !readAsked(one).isOfAnchors && !state.endsWith(' page'));
        noteSite(notesOf(own), after.whole, { site, asked: Object.fromEntries(asked), warnings });
      },
    },
  };
}
