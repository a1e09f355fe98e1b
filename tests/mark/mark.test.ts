import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeRoomLink } from '~/core/room/link';
import { parseRecord } from '~/core/run/record';
import type { Run } from '~/core/run/run';
import { makeItem } from '../core/arbitraries';
import { makeSite, now, page, runJob } from './job';

const site = makeSite();
const run: Run = { id: '00c0ffee', page: page.id, start: 29_000_000, entries: [] };
const record = JSON.stringify({ format: 1, ...run, entries: [] });
const file = path.join(site.folder, 'run.json');
writeFileSync(file, record);

const readJson = (text: string): Run => {
  const read = parseRecord(text);
  return read.ok ? read.value.run : expect.fail(read.reason);
};
const base = ['--page', site.page];
const json = [...base, '--format', 'json'];
const jobOn = (text: string, ...args: string[]) => runJob(['--run', '-', ...json, ...args], { input: text });

let address = '';
const server = createServer((request, response) => {
  const name = request.url?.endsWith('/runbooks/release/page.json')
    ? 'page.json'
    : request.url?.endsWith('/runbooks/release/revisions.json')
      ? 'revisions.json'
      : undefined;
  if (name === undefined) response.writeHead(404).end('Not found');
  else response.end(readFileSync(path.join(site.folder, name)));
});
beforeAll(async () => {
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  address = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/docs/runbooks/release/`;
});
afterAll(() => server.close());

describe('marks from a job', () => {
  test('[MK1] items are named by id, by text, by words; each entry bears the job and its time', async () => {
    const { code, out, err } = await jobOn(
      record,
      ...['--done', 'take-a-backup', 'warn SUPPORT', '--failed', 'api', '--by', 'ci/1234', '--note', 'See the log'],
    );
    expect([code, err]).toEqual([0, 'Release: 2 of 6 done, 1 failed\n']);
    expect(readJson(out).entries.map(({ key, value, at, by }) => [key, value, at, by])).toEqual(
      expect.arrayContaining([
        ['mark/take-a-backup', 'done', now, 'ci/1234'],
        ['mark/warn-support', 'done', now, 'ci/1234'],
        ['mark/deploy-the-api', 'failed', now, 'ci/1234'],
        ['note/deploy-the-api', 'See the log', now, 'ci/1234'],
      ]),
    );
  });

  test('[MK1] an item that is unknown or ambiguous is named with what there is, and nothing is written', async () => {
    const unknown = await jobOn(record, '--done', 'Polish the shoes');
    expect(unknown).toEqual({ code: 4, out: '', err: 'No item of the page is “Polish the shoes”.\n' });
    const ambiguous = await jobOn(record, '--done', 'deploy the');
    expect([ambiguous.code, ambiguous.out]).toEqual([4, '']);
    expect(ambiguous.err).toContain('deploy-the-api  Deploy the API\n  deploy-the-site  Deploy the site');
    const hold = await jobOn(record, '--hold', 'prepare/Nobody=go');
    expect([hold.code, hold.err]).toEqual([4, expect.stringContaining('prepare/Lead\n  prepare/QA/Ops')]);
  });

  test('[MK2] repeating a job adds nothing; taking its mark back does', async () => {
    const first = await jobOn(record, '--done', 'smoke', '--hold', 'prepare/QA/Ops=go');
    const again = await runJob(['--run', '-', ...json, '--done', 'smoke', '--hold', 'prepare/QA/Ops=go'], {
      input: first.out,
      at: now + 5,
    });
    expect(again.out).toBe(first.out);
    const cleared = await jobOn(first.out, '--clear', 'smoke');
    expect(readJson(cleared.out).entries).toHaveLength(3);
  });

  test('[MK4] an ended run takes no mark unless told so, and an answer to a hold is signed', async () => {
    const ended = JSON.stringify({ format: 1, ...run, entries: [['end', 'ended', 29_000_050, 0, 'AB']] });
    const refused = await jobOn(ended, '--done', 'smoke');
    expect([refused.code, refused.out, refused.err]).toEqual([3, '', expect.stringContaining('add --ended')]);
    expect((await jobOn(ended, '--fail-on', 'failed')).code).toBe(0);
    const told = await jobOn(ended, '--done', 'smoke', '--ended');
    expect([told.code, readJson(told.out).entries.length]).toEqual([0, 2]);
    const answered = await jobOn(record, '--hold', 'prepare/Lead=go', '--done', 'smoke');
    expect(readJson(answered.out).entries.map(({ key, by }) => [key, by])).toEqual([
      ['hold/prepare/Lead', 'ci'],
      ['mark/smoke', ''],
    ]);
  });

  test('the Markdown of a job tells the run in the words of the page, with its times in UTC', async () => {
    const markdown = [...base, '--format', 'markdown'];
    const { out } = await runJob(
      ['--run', '-', ...markdown, '--done', 'backup', 'support', '--hold', 'prepare/Lead=no-go', '--by', 'Kim'],
      { input: record },
    );
    expect(out).toContain('- **Status:** No-go: Lead (Kim)\n');
    expect(out).toContain('- **Run:** Started 2025-02-19 21:20 UTC\n');
    const waiting = await runJob(['--run', '-', ...markdown, '--done', 'backup', 'support'], { input: record });
    expect(waiting.out).toContain('- **Status:** Waiting for Go: Lead, QA/Ops\n');
  });

  test('a group marks what is open beneath it', async () => {
    const both = await jobOn(record, '--done', 'Checks');
    expect(readJson(both.out).entries.map(({ key, value }) => `${key} ${value}`)).toEqual([
      'mark/logs done',
      'mark/smoke done',
    ]);
    const kept = await jobOn((await jobOn(record, '--failed', 'logs')).out, '--done', 'Checks');
    expect(readJson(kept.out).entries.map(({ key, value }) => `${key} ${value}`)).toEqual([
      'mark/smoke done',
      'mark/logs failed',
    ]);
  });

  test('a link goes in and a link of the same page comes out, of a file too; its page is asked at its own address', async () => {
    const first = await runJob(['--run', file, '--page', address, '--done', 'smoke']);
    expect([first.code, first.out]).toEqual([
      0,
      expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/docs\/runbooks\/release\/\?run#run=1R\w+\n$/),
    ]);
    const second = await runJob(['--run', first.out.trim(), '--done', 'logs', '--format', 'json']);
    expect(
      readJson(second.out)
        .entries.map(({ key }) => key)
        .toSorted(),
    ).toEqual(['mark/logs', 'mark/smoke']);
    // A chat may have escaped its “#”.
    const escaped = await runJob(['--run', first.out.trim().replace('#', '%23'), '--done', 'logs', '--format', 'json']);
    expect(escaped).toEqual(second);
    const portable = await runJob(['--run', file, '--page', makeSite(false).page, '--done', 'smoke']);
    expect(portable.out).toMatch(/^#run=1P\w+\n$/);
    const markdown = await runJob(['--run', portable.out.trim(), ...base, '--format', 'markdown']);
    expect(markdown.out).toContain('- [x] Smoke test');
    expect((await runJob(['--run', '-', ...json], { input: markdown.out })).code).toBe(0);
  });

  test.each([
    [2, [], 'expected a link, a file or -'],
    [2, ['--run', '', '--done', 'smoke'], 'expected a link, a file or -'],
    [2, ['--run', '-', '--done'], 'Expected an item after --done'],
    [2, ['--run', '-', '--done', '--failed', 'x'], 'Expected an item after --done'],
    [2, ['--run', '-', '--perfect', 'x'], 'perfect'],
    [2, ['--run', '-', '--constructor', 'x'], 'constructor'],
    [2, ['--run', '-', '--format', 'xml'], '--format: expected link, json, markdown, found xml.'],
    [2, ['--run', '-', '--fail-on', 'rain'], '--fail-on: expected failed, open, no-go, found rain.'],
    [2, ['--run', '-', '--hold', 'prepare=go'], '--hold: expected section/role=go or section/role=no-go'],
    [2, ['--run', '-', '--note', 'x'], '--note: expected an item'],
    [2, ['--run', '-'], '--page: expected a page.json'],
    [2, ['--live'], 'expected the link of a room in RUNSHEET_ROOM'],
    [
      2,
      ['--run', '-', '--done', 'smoke', '--note', 'x'.repeat(2001)],
      '--note: expected at most 2000 bytes, found 2001.',
    ],
    [3, ['--run', site.folder, ...base], 'cannot be read: EISDIR'],
    [3, ['--run', 'nowhere.json', ...base], 'no link of a run, and no file'],
    [3, ['--run', '-', ...base], 'The file is no run: it holds neither a run nor a task list.'],
    [3, ['--run', '#run=1R0051234', ...base], 'The link was cut off.'],
    [5, ['--run', '-', '--page', 'nowhere/page.json'], 'nowhere/page.json cannot be read'],
    [5, ['--run', '-', '--page', file], 'is no page of a site of this version'],
  ])('exit %i: %j', async (code, args, words) => {
    expect(await runJob(args)).toEqual({ code, out: '', err: expect.stringContaining(words) });
  });

  test('what keeps a file from being a run is said in words', async () => {
    expect((await jobOn('{"format":1}')).err).toBe('The file is no run: it is JSON, but not that of a run.\n');
    expect((await jobOn('- [x] Polish the shoes')).err).toBe(
      'The file is no run: it is a copy of another checklist.\n',
    );
  });

  test('--help prints how the command is used, and is no error', async () => {
    const { code, out, err } = await runJob(['--help']);
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain('usage: npm run mark -- --run');
  });

  test('exit 5: the page’s host has no such page; exit 3: the run is of another page, or of the future', async () => {
    const missing = await runJob(['--run', file, '--page', address.replace('release', 'other')]);
    expect([missing.code, missing.err]).toEqual([5, expect.stringContaining('the answer was 404')]);
    const other = await jobOn(record.replace('runbooks/release', 'runbooks/other'));
    expect([other.code, other.err]).toEqual([3, 'The run is of runbooks/other, the page is runbooks/release.\n']);
    const late = JSON.stringify({ ...JSON.parse(record), entries: [['mark/smoke', 'done', now + 1441, 0, '']] });
    expect(await jobOn(late)).toEqual({ code: 3, out: '', err: expect.stringContaining('more than a day ahead') });
  });

  test('exit 6: too much for a link, which --format json carries', async () => {
    const words = Array.from({ length: 2500 }, (_, i) => String.fromCodePoint(0x4e00 + ((i * i * 31) % 20_000))).join(
      '',
    );
    const rows = Array.from({ length: 12 }, (_, i) => [`field/f${String(i)}`, words.slice(i, i + 600), now, i, '']);
    const big = JSON.stringify({ ...JSON.parse(record), entries: rows });
    expect((await runJob(['--run', '-', ...base], { input: big })).code).toBe(6);
    expect((await jobOn(big)).code).toBe(0);
  });

  test('exit 1: what --fail-on names, after the result was written', async () => {
    const failed = await jobOn(record, '--failed', 'smoke', '--fail-on', 'failed');
    expect([failed.code, readJson(failed.out).entries.length]).toEqual([1, 1]);
    expect(failed.err).toContain('--fail-on: the run has failed items.');
    expect((await jobOn(record, '--done', 'smoke', '--fail-on', 'failed')).code).toBe(0);
    expect((await jobOn(record, '--hold', 'prepare/Lead=no-go', '--fail-on', 'no-go')).code).toBe(1);
    expect((await jobOn(record, '--fail-on', 'open')).code).toBe(1);
    const all = page.items.map(({ id }) => id).filter((id) => id !== 'checks');
    expect((await jobOn(record, '--done', ...all, '--fail-on', 'open,failed')).code).toBe(0);
  });
});

describe('what a job’s host shows', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'job-'));
  const read = (name: string) => readFileSync(path.join(folder, name), 'utf8');

  test('GitHub: Markdown in the summary, the link as an output, one annotation where something failed, who signs', async () => {
    const env = {
      GITHUB_ACTIONS: 'true',
      GITHUB_RUN_ID: '77',
      GITHUB_STEP_SUMMARY: path.join(folder, 'summary.md'),
      GITHUB_OUTPUT: path.join(folder, 'output'),
    };
    const own = path.join(folder, 'own.md');
    const job = await runJob(['--run', file, '--page', address, '--failed', 'smoke', '--summary', own], { env });
    expect(job.err).toBe('::warning title=Runsheet::Release: 0 of 6 done, 1 failed\n');
    expect(read('summary.md')).toContain('Smoke test');
    expect(read('summary.md')).toContain('ci/77');
    expect(read('own.md')).toBe(read('summary.md'));
    expect(read('output')).toBe(`link=${job.out}`);
  });

  test('GitLab: a link beside the job', async () => {
    const root = process.cwd();
    process.chdir(folder);
    try {
      const env = { GITLAB_CI: 'true', CI_PIPELINE_ID: '9' };
      const job = await runJob(['--run', file, '--page', address, '--done', 'smoke'], { env });
      const report = { runsheet: [{ external_link: { label: 'Release: 1 of 6 done', url: job.out.trim() } }] };
      expect(JSON.parse(read('runsheet-annotations.json'))).toEqual(report);
    } finally {
      process.chdir(root);
    }
  });

  test('a report that cannot be written is told with exit code 2, after the result', async () => {
    const job = await jobOn(record, '--done', 'smoke', '--summary', path.join(folder, 'nowhere', 'summary.md'));
    expect([job.code, job.err]).toEqual([2, expect.stringContaining('summary.md cannot be written: ENOENT')]);
    expect(readJson(job.out).entries).toHaveLength(1);
  });

  test('no text of a page, a run or an argument becomes a command to GitHub’s runner', async () => {
    const hostile = makeSite();
    const text = readFileSync(hostile.page, 'utf8').replace('"Release"', JSON.stringify('::add-mask::Release'));
    writeFileSync(hostile.page, text.replace('"Smoke test"', JSON.stringify('##[error]Smoke test')));
    const env = { GITHUB_ACTIONS: 'true' };
    const args = ['--run', '-', '--page', hostile.page, '--format', 'json'];
    const jobs = [
      await runJob([...args, '--done', 'smoke'], { input: record, env }),
      await runJob([...args, '--failed', 'smoke'], { input: record, env }),
      await runJob([...args, '--done', '\n::error::x'], { input: record, env }),
      await runJob([...args, '--done', 'e'], { input: record, env }),
      await runJob([...args, '--format', '\n ::error::x'], { input: record, env }),
    ];
    expect(jobs.map(({ code }) => code)).toEqual([0, 0, 4, 4, 2]);
    const commands = jobs.flatMap(({ err }) => err.match(/^\s*(?:::|##\[).*$/gm) ?? []);
    expect(commands).toEqual([expect.stringMatching(/^::warning title=Runsheet::::add-mask::Release: /)]);
  });

  test('the link of a room is refused on the command line, and told to nobody', async () => {
    const room = writeRoomLink({ secret: new Uint8Array(16).fill(7), run: run.id });
    const job = await runJob(['--run', `${address}?run#run=${room}`]);
    expect([job.code, job.out]).toEqual([2, '']);
    expect(job.err).toContain('RUNSHEET_ROOM');
    expect(job.err).not.toContain(room);
    // As a mail tool hands it on.
    for (const escaped of [`${address}?run%23run=${room}`, `${address}%23run%3D${room}`]) {
      expect(await runJob(['--run', escaped])).toEqual({ ...job, out: '' });
    }
  });
});

test('[MK1] an item that a twin gave another id is known by the one of before, with its mark; of one that is gone its text is told', async () => {
  const one = makeItem('check', { text: 'Check', section: 'prepare' });
  const gone = makeItem('warn-all', { text: 'Warn all', section: 'prepare' });
  const there = makeItem('check--deploy', { text: 'Check', section: 'deploy' });
  const then = { ...page, items: [one, gone] };
  const today = { ...page, items: [{ ...one, id: 'check--prepare' }, there] };
  const edited = makeSite(true, today, then);
  const old = JSON.stringify({ format: 1, ...run, entries: [['mark/check', 'done', 29_000_000, 0, 'KL']] });
  const on = (...args: string[]) =>
    runJob(['--run', '-', '--page', edited.page, '--format', 'json', ...args], { input: old });
  const again = await on('--done', 'check', '--fail-on', 'open');
  expect([again.code, again.err]).toEqual([1, expect.stringContaining('1 of 2 done')]);
  expect(readJson(again.out).entries.map(({ key, by }) => [key, by])).toEqual([
    ['mark/check', 'KL'],
    ['mark/check--prepare', 'KL'],
  ]);
  const unknown = await on('--done', 'warn-all');
  expect([unknown.code, unknown.err]).toEqual([4, expect.stringContaining('The page had it before, as “Warn all”.')]);
});

test('npm run mark is the same, in plain Node', async () => {
  const { stdout, stderr } = await promisify(execFile)(process.execPath, [
    ...['--import', './src/build/resolve.mjs', 'src/build/mark/cli.ts'],
    ...['--run', file, ...base, '--done', 'smoke'],
  ]);
  expect(stdout).toMatch(/^#run=1R\w+\n$/);
  expect(stderr).toBe('Release: 1 of 6 done\n');
});
