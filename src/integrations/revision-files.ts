import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import {
  decodeRevisionFile,
  createRevisionFile,
  isRecorded,
  recordRevision,
  type RevisionFile,
} from '~/core/checklist/revision';
import type { Page } from '~/core/checklist/page';
import { snapshotPageOf } from '~/core/snapshot/snapshot-page';

/*
 * content/revisions/<page>.json remembers every revision of a page, so that links of any age resolve exactly. A build on
 * somebody's machine adds what is new and says so; in CI and in development nothing is written, and pages whose
 * revision is not recorded make longer links.
 */

const writes = import.meta.env.PROD && process.env.CI !== 'true';

const fileOf = (page: string) => path.resolve(process.env.CONTENT_DIR ?? 'content', 'revisions', `${page}.json`);

function readText(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

/** The page's revision file; one that cannot be read stops the build, because writing over it would break old links. */
function readFile(page: string): RevisionFile {
  const file = fileOf(page);
  const text = readText(file);
  if (text === undefined) return createRevisionFile(page);
  const read = decodeRevisionFile(JSON.parse(text));
  if (read.ok) return read.value;
  throw new Error(
    `${path.relative(process.cwd(), file)}: this is no revision file of this site (${read.reason}). It only ever grows: take it back from git.`,
  );
}

/** A page's revision file, with the present revision added where this build may write, and whether that revision is in it. */
export function recordPage(page: Page): { file: RevisionFile; recorded: boolean } {
  const order = snapshotPageOf(page);
  const before = readFile(page.id);
  if (isRecorded(before, order) || !writes || page.items.length + page.fields.length === 0) {
    return { file: before, recorded: isRecorded(before, order) };
  }
  const file = recordRevision(before, order);
  mkdirSync(path.dirname(fileOf(page.id)), { recursive: true });
  writeFileSync(fileOf(page.id), `${JSON.stringify(file, undefined, 1)}\n`);
  process.stderr.write(`${path.relative(process.cwd(), fileOf(page.id))}: a new revision of this page. Commit it.\n`);
  return { file, recorded: isRecorded(file, order) };
}
