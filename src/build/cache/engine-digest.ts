import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { digestOf } from './digest';
import { namePackages } from './name-packages.mjs';

/** The settings from the environment that a site's pages depend on. A test compares them with those that the build reads. */
export const settings = [
  'BASE_PATH',
  'CI',
  'CONTENT_DIR',
  'LIVE_BROKER',
  'NODE_ENV',
  'RUNSHEET_FROM',
  'SITE_URL',
] as const;

/** Those of them on which the site's code does not depend, but for its pages that are modules. */
const ofContent = new Set<string>(['CI', 'CONTENT_DIR', 'RUNSHEET_FROM']);

/** Names the engine's own files, the packages and Node. `root`: the project's folder. */
function digestFiles(root: string): string {
  const found = globSync(['src/**/*', '{astro.config.mjs,package-lock.json,tsconfig.json}', '.env', '.env.*'], {
    cwd: root,
    withFileTypes: true,
  });
  const files = found.filter((entry) => entry.isFile()).map(({ parentPath, name }) => path.join(parentPath, name));
  const named = files.toSorted().map((file) => `${path.relative(root, file)} ${digestOf(readFileSync(file))}`);
  return digestOf(process.version, root, ...namePackages(root), ...named);
}

/** Names the mode, and settings from the environment; pages that are modules may show those that begin with `PUBLIC_`. */
function digestSettings(names: readonly string[]): string {
  const shown = Object.keys(process.env).filter((name) => name.startsWith('PUBLIC_'));
  const set = [...names, ...shown.toSorted()].map((name) => `${name}=${process.env[name] ?? ''}`);
  const mode = process.argv.findLast((word, i) => word.startsWith('--mode=') || process.argv[i - 1] === '--mode');
  return digestOf(mode ?? '', ...set);
}

/**
 * Names all that turns content into a site: the engine's own files, the packages, Node, and the settings from the environment.
 * What the cache keeps was made by one engine, and another makes it anew. `root`: the project's folder.
 */
export const engineDigest = (root: string): string => digestOf(digestFiles(root), digestSettings(settings));

let files: string | undefined;

/** The digest of the engine that is at work: its files are read once, because it does not change while it works. `root` as above. */
export const thisEngine = (root: string): string => digestOf((files ??= digestFiles(root)), digestSettings(settings));

/** The same, but for the settings on which only content depends. */
export const thisCode = (root: string): string =>
  digestOf((files ??= digestFiles(root)), digestSettings(settings.filter((name) => !ofContent.has(name))));
