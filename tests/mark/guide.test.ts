import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { startBroker, type EmbeddedBroker } from '~/build/live/embedded-broker';
import { writeRoomLink } from '~/core/room/link';
import { joinAs, secret, until } from '../room/room-person';
import { makeSite, runJob } from './job';

/* The pipelines of the guide are run as they stand there, with the files and variables of their hosts faked as files and variables. */

const guide = readFileSync('content/guides/marks-from-ci.md', 'utf8');
const [github, gitlab] = [...guide.matchAll(/^```yaml\n([^]*?)^```$/gm)].map(([, text = '']) => parse(text));

const site = makeSite();
const folder = mkdtempSync(path.join(tmpdir(), 'pipeline-'));
const read = (name: string) => readFileSync(path.join(folder, name), 'utf8');

const server = createServer((request, response) => {
  const name = request.url?.split('/').at(-1) ?? '';
  if (/^(page|revisions)\.json$/.test(name)) response.end(readFileSync(path.join(site.folder, name)));
  else response.writeHead(404).end();
});
let run = '';
let broker: EmbeddedBroker;
beforeAll(async () => {
  broker = await startBroker();
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  writeFileSync(
    path.join(folder, 'run.json'),
    JSON.stringify({ format: 1, id: '00c0ffee', page: 'runbooks/release', start: 29_000_000, entries: [] }),
  );
  const page = `http://127.0.0.1:${String(port)}/runbooks/release/`;
  run = (await runJob(['--run', path.join(folder, 'run.json'), '--page', page])).out.trim();
});
afterAll(async () => {
  server.close();
  await broker.stop();
});

/** Runs a script of a pipeline in this repository, as the host's shell would. */
async function shell(script: string, env: Record<string, string>) {
  const all = { PATH: process.env['PATH'] ?? '', HOME: folder, ...env };
  return promisify(execFile)('bash', ['-e', '-c', script], { env: all }).then(
    ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
    ({ code, stdout, stderr }: { code: number; stdout: string; stderr: string }) => ({ code, stdout, stderr }),
  );
}

const host = () => ({
  GITHUB_ACTIONS: 'true',
  GITHUB_RUN_ID: '42',
  GITHUB_STEP_SUMMARY: path.join(folder, 'summary.md'),
  GITHUB_OUTPUT: path.join(folder, 'output'),
});

interface GithubStep {
  name?: string;
  run?: string;
  env?: Record<string, string>;
}
const stepOf = (name: string): Required<GithubStep> =>
  github.jobs.deploy.steps.find((step: GithubStep) => step.name === name) ?? expect.fail(name);

describe('the GitHub workflow of the guide', () => {
  test('marks the step in the link, and fails where it failed', async () => {
    const step = stepOf('Say so in the run');
    expect(Object.keys(step.env)).toEqual(['OUTCOME', 'RUNSHEET_RUN']);
    const good = await shell(step.run, { ...host(), OUTCOME: 'success', RUNSHEET_RUN: run });
    expect([good.code, good.stdout]).toEqual([0, expect.stringMatching(/\/runbooks\/release\/\?run#run=1R\w+\n$/)]);
    expect(read('output')).toBe(`link=${good.stdout}`);
    expect(read('summary.md')).toContain('ci/42');
    const bad = await shell(step.run, { ...host(), OUTCOME: 'failure', RUNSHEET_RUN: good.stdout.trim() });
    expect(bad.code).toBe(1);
    expect(bad.stderr.match(/^::warning/gm)).toHaveLength(1);
  });

  test('marks the step in the live room; the room’s link is masked and stands nowhere', async () => {
    const step = stepOf('Say so in the live room');
    expect(Object.keys(step.env)).toEqual(['OUTCOME', 'RUNSHEET_ROOM', 'RUNSHEET_BROKER']);
    const kim = joinAs('Kim', broker.url);
    await until(() => kim.member.room().phase === 'open');
    const room = writeRoomLink({ secret, run: '00c0ffee' });
    const env = {
      ...host(),
      OUTCOME: 'success',
      RUNSHEET_ROOM: `${run.split('#')[0] ?? ''}#run=${room}`,
      RUNSHEET_BROKER: broker.url,
    };
    const job = await shell(step.run, env);
    expect(job.code).toBe(0);
    await until(() => kim.entries.length === 1);
    expect(kim.entries[0]).toMatchObject({ key: 'mark/deploy-the-api', value: 'done', by: 'ci/42' });
    expect(job.stderr).toContain(`::add-mask::${room}`);
    expect(job.stdout + read('summary.md') + read('output')).not.toContain(room);
    kim.member.tell({ kind: 'leave' });
  });
});

test('the GitLab job of the guide leaves a link beside the job, in the file that its report names', async () => {
  const line = gitlab.deploy.script.find((each: string) => each.includes('npm run')) ?? expect.fail();
  // The command runs in the repository; what it writes there is what the report names.
  const file = path.basename(gitlab.deploy.artifacts.reports.annotations);
  try {
    const job = await shell(line, { GITLAB_CI: 'true', CI_PIPELINE_ID: '9', RUNSHEET_RUN: run });
    expect(job.code).toBe(0);
    const [link] = JSON.parse(readFileSync(file, 'utf8')).runsheet;
    expect(link.external_link.url).toBe(job.stdout.trim());
  } finally {
    await shell(`rm -f ${file}`, {});
  }
});
