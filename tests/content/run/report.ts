import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { Played } from './play.ts';
import type { Scenario } from './steps.ts';

/** The last result of a guide whose blocks all did what it shows; `on` is the day. */
interface Result {
  blocks: number;
  run: number;
  compared: number;
  on: string;
}

type Results = Record<string, Result>;

/** Adds what was played to what earlier runs have left; a guide that failed has no result. */
export function keepResults(file: string, played: readonly Played[]): Results {
  const results: Results = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Results) : {};
  const on = new Date().toISOString().slice(0, 10);
  for (const { guide, blocks, run, compared, failures } of played) {
    if (failures.length === 0) results[guide] = { blocks, run, compared, on };
    else Reflect.deleteProperty(results, guide);
  }
  writeFileSync(file, `${JSON.stringify(results, null, 2)}\n`);
  return results;
}

/** The command by which each program tells its version, and the part of its answer that is the version. */
const programs: readonly [name: string, command: string][] = [
  ['PostgreSQL', 'psql --version'],
  ['nginx', 'nginx -v 2>&1'],
  ['curl', 'curl --version | head -1'],
  ['nft', 'nft --version'],
  ['OpenSSL', 'openssl version'],
  ['promtool', 'promtool --version 2>&1 | head -1'],
  ['amtool', 'amtool --version 2>&1 | head -1'],
  ['git', 'git --version'],
  ['jq', 'jq --version'],
  ['Node.js', `${process.execPath} --version`],
];

function versionOf(command: string): string {
  try {
    const text = execFileSync('sh', ['-c', command], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
    return /\d+(?:\.\d+)+[a-z]?/.exec(text)?.[0] ?? 'not installed';
  } catch {
    return 'not installed';
  }
}

const table = (head: readonly string[], rows: readonly (readonly (string | number)[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

/** The report of a whole run: versions, counts for each guide, and what was left out with its reason. */
export function showReport(results: Results, skipped: readonly string[], scenarios: readonly Scenario[]): string {
  const rows = scenarios.flatMap(({ guide }) => (results[guide] === undefined ? [] : [{ guide, ...results[guide] }]));
  const total = (count: (one: Result) => number): number => rows.reduce((sum, one) => sum + count(one), 0);
  const missing = scenarios.filter(({ guide }) => results[guide] === undefined).map(({ guide }) => `${guide}: its last run failed, or there was none`);
  const left = scenarios.flatMap(({ guide, skipped: blocks = {} }) =>
    Object.entries(blocks).map(([block, reason]) => [guide, block, reason]),
  );
  return `# The guides' blocks, as they were run

Written by \`npm run content:run\`. \`ssh\`, \`sudo\`, \`systemctl\` and \`journalctl\` are stand-ins, because the machines of the run are namespaces on one
machine; PostgreSQL, nginx, curl, nft, OpenSSL, git and Prometheus's tools are the real ones.

${table(['program', 'version'], programs.map(([name, command]) => [name, versionOf(command)]))}

${table(
    ['guide', 'blocks', 'run', 'outputs compared', 'last run'],
    [
      ...rows.map(({ guide, blocks, run, compared, on }) => [guide, blocks, run, compared, on]),
      ['**all**', total(({ blocks }) => blocks), total(({ run }) => run), total(({ compared }) => compared), ''],
    ],
  )}

## Not run

${[...missing, ...skipped].map((line) => `- ${line}`).join('\n')}

${table(['guide', 'block', 'reason'], left)}
`.replace(/\n{3,}/g, '\n\n');
}
