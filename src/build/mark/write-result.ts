import { writeMarkdown } from '~/core/exchange/write-markdown';
import type { Structure } from '~/core/page/structure';
import { writeUtc } from '~/core/utc';
import type { Run } from '~/core/run/run';
import { isRecorded } from '~/core/revision/revision';
import { encodeSnapshot } from '~/core/snapshot/encode';
import { snapshotPageOf } from '~/core/snapshot/snapshot-page';
import { en } from '~/words/en';
import { wordExport } from '~/words/word-export';
import type { LoadedPage } from './load-page';

/** The run as Markdown, with its times in UTC: people do not know the time zone of a job. `now`: minutes since 1970. */
export function toMarkdown(structure: Structure, run: Run, now: number): string {
  const clock = { now, format: writeUtc, offsetAt: () => 0, zone: '' };
  return writeMarkdown(structure, run, wordExport(en, { ...clock, findEarlier: () => undefined }));
}

/** The run as a link of its page, or as the fragment alone where the page's address is not known; undefined where it is too long. */
export function toLink({ page, revisions, address }: LoadedPage, run: Run): string | undefined {
  const order = snapshotPageOf(page);
  const mode = revisions && isRecorded(revisions, order) ? 'R' : 'P';
  const encoded = encodeSnapshot(run, order, { mode });
  return encoded.ok ? `${address === undefined ? '' : `${address}?run`}#run=${encoded.value}` : undefined;
}
