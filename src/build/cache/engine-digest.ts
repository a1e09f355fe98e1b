import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { digestOf } from './digest';

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

/**
 * Names all that turns content into a site: the engine's own files, the packages, Node, and the settings from the environment.
 * What the cache keeps was made by one engine, and another makes it anew. `root`: the project's folder.
 */
export function engineDigest(root: string): string {
  const found = globSync(['src/**/*', '{astro.config.mjs,package-lock.json,tsconfig.json}', '.env', '.env.*'], {
    cwd: root,
    withFileTypes: true,
  });
  const files = found.filter((entry) => entry.isFile()).map(({ parentPath, name }) => path.join(parentPath, name));
  const named = files.toSorted().map((file) => `${path.relative(root, file)} ${digestOf(readFileSync(file))}`);
  // Pages that are modules may show those that begin so, and the mode.
  const shown = Object.keys(process.env).filter((name) => name.startsWith('PUBLIC_'));
  const set = [...settings, ...shown.toSorted()].map((name) => `${name}=${process.env[name] ?? ''}`);
  const mode = process.argv.findLast((word, i) => word.startsWith('--mode=') || process.argv[i - 1] === '--mode');
  return digestOf(process.version, mode ?? '', ...named, ...set);
}

let digest: string | undefined;

/** The digest of the engine that is at work: read once, because it does not change while it works. `root` as above. */
export const thisEngine = (root: string): string => (digest ??= engineDigest(root));
