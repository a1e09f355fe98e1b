import { existsSync, readFileSync } from 'node:fs';
import { z } from 'astro/zod';
import { hostileStrings } from '../hostile/strings';
import { writeParts } from '../write-parts';
import { threats, type Threat } from './threats';

/*
 * Writes the tables of SECURITY.md from the last runs: of `npm test`, of `npm run soak:freeze`, and of `npm run test:browsers`. A row whose tests did
 * not all pass in them says so.
 *
 *   npm test && npm run test:browsers; npm run security
 */

const results = 'node_modules/.cache/results';

const read = (file: string): unknown =>
  existsSync(`${results}/${file}.json`) ? JSON.parse(readFileSync(`${results}/${file}.json`, 'utf8')) : {};

const unit = z.object({
  testResults: z
    .array(
      z.object({ name: z.string(), assertionResults: z.array(z.object({ title: z.string(), status: z.string() })) }),
    )
    .default([]),
});
const spec = z.object({ title: z.string(), ok: z.boolean(), file: z.string() });
const suite = z.object({ specs: z.array(spec).default([]) });
const browser = z.object({ suites: z.array(suite).default([]) });
const engines = z
  .array(z.object({ engine: z.string(), flow: z.string(), outcome: z.string(), seconds: z.number().optional() }))
  .catch([]);

const figures = z.array(z.object({ way: z.string(), longest: z.number() })).catch([]);

/** Every test of the last runs: "file title", and whether it passed each time. Parts of a test count as one. */
function readOutcomes(): Map<string, boolean> {
  const found = new Map<string, boolean>();
  const add = (key: string, passed: boolean) => found.set(key, passed && found.get(key) !== false);
  for (const { name, assertionResults } of unit.parse(read('vitest')).testResults) {
    const file = name.slice(name.lastIndexOf('/tests/') + 1);
    for (const { title, status } of assertionResults)
      add(`${file} ${title.replace(/, part \d+ of \d+$/, '')}`, status === 'passed');
  }
  for (const { specs } of browser.parse(read('playwright')).suites) {
    for (const { title, ok, file } of specs) add(`tests/e2e/${file} ${title}`, ok);
  }
  return found;
}

const outcomes = readOutcomes();

function stateOf({ proofs }: Threat): string {
  const known = proofs.map(([file, title]) => outcomes.get(`${file} ${title}`));
  if (known.includes(false)) return 'failed';
  return known.includes(undefined) ? 'not run' : `passed (${known.length})`;
}

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

const list = (threat: Threat): string => [...new Set(threat.proofs.map(([file]) => `\`${file}\``))].join(', ');

const table = [
  row(['threat', 'what stops it', 'tried', 'shown by', 'last run']),
  row(['---', '---', '---', '---', '---']),
  ...threats(hostileStrings.length).map((one) =>
    row([one.threat, one.stops, one.tries ?? 'once a test', list(one), stateOf(one)]),
  ),
];

const gone = engines.parse(read('engines'));
const names = [...new Set(gone.map(({ engine }) => engine))];
const browsers = [
  row(['flow', ...names]),
  row(['---', ...names.map(() => '---')]),
  ...[...new Set(gone.map(({ flow }) => flow))].map((flow) =>
    row([flow, ...names.map((name) => gone.find((one) => one.flow === flow && one.engine === name)?.outcome ?? '–')]),
  ),
];

const measured = figures.parse(read('freeze'));
const freezes = [
  row(['each hostile string', 'longest task']),
  row(['---', '---']),
  ...measured.map(({ way, longest }) => row([way, longest === 0 ? 'under 50 ms' : `${longest} ms`])),
];

await writeParts('SECURITY.md', [
  ['tried', table],
  ['freezes', measured.length === 0 ? ['Not run yet.'] : freezes],
  ['engines', gone.length === 0 ? ['Not run yet.'] : browsers],
]);
