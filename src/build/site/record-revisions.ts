import { mkdirSync, readFileSync, writeFileSync, existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { writeRevisionFile } from '~/core/revision/remember';
import { decodeRevisionFile } from '~/core/revision/revision';
import { listFiles } from '~/build/list-files';
import { revisionFileOf } from './revision-files';
import { startFolder } from '~/build/start-folder';

const readText = (file: string): string | undefined => (existsSync(file) ? readFileSync(file, 'utf8') : undefined);

/** Writes down the revisions of a finished site's pages that the content folder does not have yet; returns the files. */
export function recordRevisions(site: string): string[] {
  const isWanted = (file: string) => /^(?:runbooks|guides)\//.test(file) && path.basename(file) === 'revisions.json';
  return listFiles(site)
    .filter(isWanted)
    .flatMap((found) => {
      const page = path.dirname(found);
      const read = decodeRevisionFile(JSON.parse(readFileSync(path.join(site, found), 'utf8')), page);
      const file = revisionFileOf(page);
      if (!read.ok || read.value.revisions.length === 0 || readText(file) === writeRevisionFile(read.value)) return [];
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, writeRevisionFile(read.value));
      return [path.relative(startFolder, file)];
    });
}

/** A step of the build: records new revisions of a finished site, but not in CI, where nobody would commit it. */
export function revisions(): AstroIntegration {
  return {
    name: 'revisions',
    hooks: {
      'astro:build:done': ({ dir, logger }) => {
        if (process.env.CI === 'true') return;
        for (const file of recordRevisions(fileURLToPath(dir))) {
          logger.info(`${file}: a new revision of this page. Commit it.`);
        }
      },
    },
  };
}
