import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { markFromCommandLine } from '~/build/mark/mark';
import type { Page, Section } from '~/core/page/page';
import { rememberTexts } from '~/core/revision/remember';
import { createRevisionFile, recordRevision } from '~/core/revision/revision';
import { snapshotPageOf } from '~/core/snapshot/snapshot-page';
import { makeItem, makePage } from '../core/arbitraries';

/* A job of a CI, its files and variables faked as files and values: what it ran with, and what it printed. */

export const section = (anchor: string): Section => ({ anchor, title: anchor, depth: 2, parent: '' });

export const page = makePage({
  sections: [section('prepare'), section('deploy')],
  items: [
    makeItem('take-a-backup', { text: 'Take a backup', section: 'prepare' }),
    makeItem('warn-support', { text: 'Warn support', section: 'prepare' }),
    makeItem('deploy-the-api', { text: 'Deploy the API', section: 'deploy' }),
    makeItem('deploy-the-site', { text: 'Deploy the site', section: 'deploy' }),
    makeItem('checks', { text: 'Checks', section: 'deploy' }),
    makeItem('smoke', { text: 'Smoke test', section: 'deploy', parent: 'checks' }),
    makeItem('logs', { text: 'Logs are quiet', section: 'deploy', parent: 'checks' }),
  ],
  holds: [{ after: 'prepare', roles: ['Lead', 'QA/Ops'] }],
});

/** A folder with page.json and revisions.json as a built site has them. */
export function makeSite(isRecorded = true, shown: Page = page, before?: Page): { folder: string; page: string } {
  const folder = mkdtempSync(path.join(tmpdir(), 'mark-'));
  const file = path.join(folder, 'page.json');
  writeFileSync(file, JSON.stringify(shown));
  const pages = [before, isRecorded ? shown : undefined].filter((one) => one !== undefined);
  const recorded = pages.reduce(
    (known, one) => rememberTexts(recordRevision(known, snapshotPageOf(one)), one),
    createRevisionFile(shown.id),
  );
  writeFileSync(path.join(folder, 'revisions.json'), JSON.stringify(recorded));
  return { folder, page: file };
}

export const now = 29_000_100;

interface Job {
  env?: Record<string, string>;
  input?: string;
  at?: number;
  patience?: number;
}

/** Runs the command, and gives its exit code and what it wrote. */
export async function runJob(args: readonly string[], { env = {}, input = '', at = now, patience = 30_000 }: Job = {}) {
  const written = { out: '', err: '' };
  const code = await markFromCommandLine(args, {
    env,
    input: Readable.from([input]),
    print: (text) => void (written.out += text),
    say: (text) => void (written.err += text),
    now: at,
    patience,
  });
  return { code, ...written };
}
