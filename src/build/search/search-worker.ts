import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { bundleScript } from '~/build/output/bundle-script';
import { sourceFolder } from '~/build/source-folder';

const entry = path.join(sourceFolder, 'client/answer/worker.ts');

/** The end of Pagefind's script. */
const exported = /export\s*\{[^}]*\bcreateInstance\b[^}]*\};?\s*$/;

/**
 * Makes a function of Pagefind's script, which gives its `createInstance`. The script holds one program, for one language's stems: each
 * index needs the script anew.
 */
function wrapPagefind(script: string): string {
  if (!exported.test(script))
    throw new Error('Pagefind’s script exports no createInstance. Is another version installed?');
  return `function openPagefind(){${script.replace(exported, 'return createInstance;')}\n}`;
}

/** Writes `search-worker.js` beside the index in a folder: Pagefind's script, and what answers the page's questions with it. */
export async function writeWorker(folder: string): Promise<void> {
  const { code } = await bundleScript(entry, {});
  const pagefind = wrapPagefind(readFileSync(path.join(folder, 'pagefind.js'), 'utf8'));
  writeFileSync(path.join(folder, 'search-worker.js'), `${pagefind}\n${code}\n`);
}
