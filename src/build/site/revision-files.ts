import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import {
  decodeRevisionFile,
  createRevisionFile,
  isRecorded,
  recordRevision,
  type RevisionFile,
} from '~/core/revision/revision';
import { rememberTexts, writeRevisionFile } from '~/core/revision/remember';
import { describeBrokenRevision, describeRevisionRefusal, findBrokenRevision } from '~/core/revision/revision-fault';
import type { Page } from '~/core/page/page';
import { snapshotPageOf } from '~/core/snapshot/snapshot-page';
import { ContentError } from '~/build/markdown/problem';

/*
 * content/revisions/<page>.json remembers every revision of a page, so that links of any age resolve exactly. A build on
 * somebody's machine adds what is new and says so; in CI and in development nothing is written, and pages whose
 * revision is not recorded make longer links.
 */

const writes = import.meta.env.PROD && process.env.CI !== 'true';

const fileOf = (page: string) => path.resolve(process.env.CONTENT_DIR ?? 'content', 'revisions', `${page}.json`);

function readJson(file: string): unknown {
  const text = readFileSync(file, 'utf8');
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const said = new Set<string>();
const say = (sentence: string): void => {
  if (!said.has(sentence)) process.stderr.write(`\n${sentence}\n`);
  said.add(sentence);
};

/** The page's revision file; one that cannot be read stops the build, because writing over it would break old links. */
function readFile(page: string): RevisionFile {
  const file = fileOf(page);
  if (!existsSync(file)) return createRevisionFile(page);
  const shown = path.relative(process.cwd(), file).replaceAll(path.sep, '/');
  const read = decodeRevisionFile(readJson(file), page);
  if (!read.ok) {
    const message = describeRevisionRefusal(read.reason);
    throw new ContentError([{ severity: 'error', file: shown, line: 1, message }]);
  }
  const broken = findBrokenRevision(read.value);
  if (broken) say(`${shown}: ${describeBrokenRevision(broken)}`);
  return read.value;
}

/** A page's revision file, with the present revision added where this build may write, and whether that revision is in it. */
export function recordPage(page: Page): { file: RevisionFile; recorded: boolean } {
  const order = snapshotPageOf(page);
  const before = readFile(page.id);
  if (!writes || page.items.length + page.fields.length === 0) {
    return { file: before, recorded: isRecorded(before, order) };
  }
  const file = rememberTexts(recordRevision(before, order), page);
  if (file === before) return { file, recorded: isRecorded(file, order) };
  mkdirSync(path.dirname(fileOf(page.id)), { recursive: true });
  writeFileSync(fileOf(page.id), writeRevisionFile(file));
  say(`${path.relative(process.cwd(), fileOf(page.id))}: a new revision of this page. Commit it.`);
  return { file, recorded: isRecorded(file, order) };
}
