import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { pathFrom } from '~/build/path-from';
import {
  decodeRevisionFile,
  createRevisionFile,
  isRecorded,
  recordRevision,
  type RevisionFile,
} from '~/core/revision/revision';
import { parseJson } from '~/core/json';
import { rememberTexts } from '~/core/revision/remember';
import { describeBrokenRevision, describeRevisionRefusal, findBrokenRevision } from '~/core/revision/revision-fault';
import { canRun, type Page } from '~/core/page/page';
import { snapshotPageOf } from '~/core/snapshot/snapshot-page';
import { ContentError } from '~/build/markdown/problem';
import { startFolder } from '~/build/start-folder';

/*
 * content/revisions/<page>.json remembers every revision of a page, so that links of any age resolve exactly. A build on
 * somebody's machine adds new revisions: pages are rendered as if it were there, and the last step of the build writes it down
 * (record-revisions.ts). In CI and in development nothing is added, and pages whose revision is not recorded make longer links.
 */

/** The file that keeps a page's revisions. */
export const revisionFileOf = (page: string): string =>
  path.resolve(process.env.CONTENT_DIR ?? 'content', 'revisions', `${page}.json`);

const adds = import.meta.env.PROD && process.env.CI !== 'true';

const said = new Set<string>();
const say = (sentence: string): void => {
  if (!said.has(sentence)) process.stderr.write(`\n${sentence}\n`);
  said.add(sentence);
};

/** True where nothing was said about revision files so far. */
export const areRevisionsSound = (): boolean => said.size === 0;

/** The page's revision file; one that cannot be read stops the build, because writing over it would break old links. */
function readFile(page: string): RevisionFile {
  const file = revisionFileOf(page);
  if (!existsSync(file)) return createRevisionFile(page);
  const shown = pathFrom(startFolder, file);
  const read = decodeRevisionFile(parseJson(readFileSync(file, 'utf8')), page);
  if (!read.ok) {
    const message = describeRevisionRefusal(read.reason);
    throw new ContentError([{ severity: 'error', file: shown, line: 1, message }]);
  }
  const broken = findBrokenRevision(read.value);
  if (broken) say(`${shown}: ${describeBrokenRevision(broken)}`);
  return read.value;
}

/** A page's revisions, the present one among them where this build adds it, and whether it is. Changes nothing. */
export function readRevisions(page: Page): { file: RevisionFile; recorded: boolean } {
  const order = snapshotPageOf(page);
  const before = readFile(page.id);
  const file = adds && canRun(page) ? rememberTexts(recordRevision(before, order), page) : before;
  return { file, recorded: isRecorded(file, order) };
}
