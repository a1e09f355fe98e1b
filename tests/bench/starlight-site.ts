import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { project } from './browser';

/*
 * Starlight with the same Markdown, to be measured beside this project where somebody asks for it (`--starlight`): it is installed then, once,
 * below node_modules/.cache, 183 MB that only the bench needs.
 */

/** The folder of its site: beside its packages, which Astro bundles only there. */
const root = path.join(project, 'node_modules/.cache/starlight');

/** The version of each package. */
const versions = ['astro@7', '@astrojs/starlight@0.42'];

/** Installs Starlight, unless it is there. Throws what npm said where it fails. */
function install(): void {
  if (existsSync(path.join(root, 'node_modules/@astrojs/starlight'))) return;
  mkdirSync(root, { recursive: true });
  writeFileSync(path.join(root, 'package.json'), '{ "private": true, "type": "module" }');
  const words = ['install', '--no-audit', '--no-fund', ...versions];
  const { status, stderr } = spawnSync('npm', words, { cwd: root, encoding: 'utf8' });
  if (status !== 0) throw new Error(`Starlight could not be installed.\n${stderr}`);
}

/** A page as Starlight takes it: with a title in front, and no other heading of the first level. */
function writePage(source: string): string {
  const body = source.replace(/^---\n[\s\S]*?\n---\n/, '');
  const title = /^#\s+(.+)$/m.exec(body)?.[1] ?? /^title:\s*(.+)$/m.exec(source)?.[1] ?? 'Page';
  return `---\ntitle: ${JSON.stringify(title)}\n---\n${body.replace(/^#\s+.+$/m, '')}`;
}

/** Writes a Starlight site of the Markdown of a content folder, in the place of the one before. */
export function writeStarlightSite(content: string): { root: string; astro: string } {
  install();
  const docs = path.join(root, 'src/content/docs');
  rmSync(path.join(root, 'src'), { recursive: true, force: true });
  for (const name of readdirSync(content, { recursive: true, encoding: 'utf8' })) {
    const file = path.join(content, name);
    if (!name.endsWith('.md') || !statSync(file).isFile()) continue;
    mkdirSync(path.dirname(path.join(docs, name)), { recursive: true });
    writeFileSync(path.join(docs, name), writePage(readFileSync(file, 'utf8')));
  }
  const files = {
    'astro.config.mjs': `import starlight from '@astrojs/starlight';
export default { integrations: [starlight({ title: 'Runbooks' })] };`,
    'src/content.config.ts': `import { defineCollection } from 'astro:content';
import { docsLoader } from '@astrojs/starlight/loaders';
import { docsSchema } from '@astrojs/starlight/schema';
export const collections = { docs: defineCollection({ loader: docsLoader(), schema: docsSchema() }) };`,
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(path.join(root, name), text);
  return { root, astro: path.join(root, 'node_modules/astro/bin/astro.mjs') };
}
