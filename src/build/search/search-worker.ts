import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { bundleScript } from '~/build/output/bundle-script';
import { sourceFolder } from '~/build/source-folder';

const entry = path.join(sourceFolder, 'client/answer/worker.ts');

/** Writes `search-worker.js` beside the index in a folder: Pagefind's script, and what answers the page's questions with it. */
export async function writeWorker(folder: string): Promise<void> {
  const { code } = await bundleScript(entry, {});
  writeFileSync(
    path.join(folder, 'search-worker.js'),
    `${readFileSync(path.join(folder, 'pagefind.js'), 'utf8')}\n${code}\n`,
  );
}
