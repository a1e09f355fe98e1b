/*
 * `npm run content:run`: runs the guides' own blocks against PostgreSQL, nginx, curl, nft and Prometheus's tools, on machines that are
 * namespaces of this one, and compares what is printed with what the guides show. It needs root, Linux and those programs; what is
 * missing is named, and its scenarios are skipped. `-- <guide>…` runs some guides alone, `-- --update` writes what was printed into
 * them, VERBOSE=1 prints everything. Nothing outside the namespaces is changed but the guides (with --update), and results.json and
 * report.md, in which the last result of each guide is kept.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { findBlock, isRunnable, readBlocks } from '../blocks.ts';
import { type Played, play } from './play.ts';
import { scenarios } from './scenarios/all.ts';
import { keepResults, showReport } from './report.ts';

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const args = process.argv.slice(2);
const chosen = args.filter((arg) => !arg.startsWith('--'));
const update = args.includes('--update');
const here = fileURLToPath(new URL('.', import.meta.url));

const has = (command: string): boolean =>
  spawnSync('sh', ['-c', `command -v ${command}`], { env: { ...process.env, PATH: `${process.env.PATH}:/usr/sbin:/sbin` } })
    .status === 0;

/** The programs that the machines themselves are made of; without them nothing is run at all. */
const foundations = ['unshare', 'nsenter', 'ip', 'setpriv', 'psql', 'pg_createcluster', 'nginx', 'curl', 'openssl', 'jq'];

/** Files of the guides that the machines are built from, by the name that world.sh knows them by. */
const files: readonly [name: string, section: string, nth: number, guide?: string][] = [
  ['chat-headers.conf', 'Nginx', 1],
  ['chat-proxy.conf', 'Nginx', 2],
  ['chat-upstream.conf', 'Nginx', 3],
  ['chat.conf', 'Nginx', 4],
  ['chat-api.service', 'The two services', 1],
  ['env', 'The two services', 3],
  ['chat.postgresql.conf', 'PostgreSQL', 1],
  ['pg_hba.conf', 'PostgreSQL', 2],
  ['database.sql', 'PostgreSQL', 3],
  ['roles.sql', 'PostgreSQL', 4],
  ['pg_service.conf', 'Your shell on the bastion', 1],
  ['maintenance.html', 'Prepare the page', 0, 'maintenance-mode'],
  ['secret-patterns.txt', 'Third-party keys', 0, 'environment-and-secrets'],
  ['drain.sh', 'Drain a machine', 1, 'deploying'],
  ['deploy-one.sh', 'Switch one machine at a time', 1, 'deploying'],
  ['smoke.sh', 'Run them', 1, 'smoke-tests'],
];

function writeFiles(folder: string): void {
  mkdirSync(folder, { recursive: true });
  for (const [name, section, nth, guide = 'the-setup'] of files)
    writeFileSync(`${folder}/${name}`, findBlock(readBlocks(`content/guides/${guide}.md`), section, nth).code, { mode: 0o755 });
}

function openNamespaces(): never {
  const missing = foundations.filter((command) => !has(command));
  if (process.getuid?.() !== 0) missing.unshift('root (namespaces, nginx and PostgreSQL are started in them)');
  if (missing.length > 0) {
    say('Nothing was run. The machines of the guides need, and this one lacks:');
    for (const name of missing) say(`  ${name}`);
    say('On Debian: apt-get install postgresql nginx curl jq openssl iproute2 util-linux nftables prometheus prometheus-alertmanager');
    process.exit(0);
  }
  const { status } = spawnSync(
    'unshare',
    ['--mount', '--net', '--pid', '--uts', '--fork', '--kill-child', '--mount-proc', process.execPath, ...process.execArgv, fileURLToPath(import.meta.url), ...args],
    { stdio: 'inherit', env: { ...process.env, CONTENT_RUN: 'inside', LC_ALL: 'C.UTF-8', TZ: 'UTC' } },
  );
  process.exit(status ?? 1);
}

async function runAll(): Promise<void> {
  const folder = mkdtempSync('/tmp/content-run-');
  writeFiles(folder);
  execFileSync('bash', [`${here}world.sh`, folder, process.execPath], { stdio: ['ignore', 'inherit', 'inherit'] });
  const played: Played[] = [];
  const skipped: string[] = [];
  for (const scenario of scenarios.filter(({ guide }) => chosen.length === 0 || chosen.includes(guide))) {
    const missing = scenario.needs.filter((command) => !has(command));
    if (missing.length > 0) {
      skipped.push(`${scenario.guide}: ${missing.join(', ')} not installed`);
      continue;
    }
    const one = await play(scenario, update);
    one.blocks = readBlocks(`content/${one.guide.includes('/') ? one.guide : `guides/${one.guide}`}.md`).filter(isRunnable).length;
    played.push(one);
    // At once, so that a run that is broken off has not been for nothing.
    keepResults(`${here}results.json`, [one]);
    say(`${one.failures.length === 0 ? 'ok    ' : 'FAILED'}  ${one.guide}: ${one.run} of ${one.blocks} blocks run, ${one.compared} outputs compared`);
    for (const failure of one.failures) say(failure.replace(/^/gm, '        '));
  }
  for (const line of skipped) say(`skipped ${line}`);
  rmSync(folder, { recursive: true });
  const failed = played.filter(({ failures }) => failures.length > 0).length;
  say(`${played.length} guides, ${played.reduce((sum, { run }) => sum + run, 0)} blocks run, ${failed} guides failed, ${skipped.length} skipped`);
  writeFileSync(`${here}report.md`, showReport(keepResults(`${here}results.json`, played), skipped, scenarios));
  process.exit(failed > 0 ? 1 : 0);
}

if (process.env.CONTENT_RUN === 'inside') await runAll();
else openNamespaces();
