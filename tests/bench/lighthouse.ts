import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { findChromium } from '../e2e/chromium';
import { serve } from '../e2e/serve';
import { buildSite } from './browser';
import type { Figure } from './figure';
import { medianOf } from './table';

/*
 * Lighthouse's scores of the first runbook's page, with its own profile of a phone (slow 4G, CPU slowed four times): medians,
 * and the reasons of a score below 100. npm fetches Lighthouse when this runs: its 176 packages, 113 MB with error reporting to
 * third parties among them, are more than everything that a build needs, and nobody else should have to install them. Performance
 * counts only on a machine that has nothing else to do: Lighthouse's own index of its speed is shown beside, 1,500 and more on a laptop;
 * below 1,000 performance says little of the page.
 */

const lighthouse = 'lighthouse@13.5.0';
const runs = 5;
const categories = ['performance', 'accessibility', 'best-practices', 'seo'] as const;

type Category = (typeof categories)[number];

/** The part of a report that is read; scores from 0 to 1, null where an audit has none. */
interface Report {
  categories: Record<Category, { score: number; auditRefs: { id: string; weight: number }[] }>;
  audits: Record<string, { score: number | null; displayValue?: string }>;
  environment: { benchmarkIndex: number };
}

const temp = mkdtempSync(path.join(tmpdir(), 'runsheet-lighthouse-'));
const { executablePath, env } = await findChromium();

/** Runs a command as if from the command line; the server in this process answers meanwhile. */
const run = (command: string, words: string[], settings: Record<string, string>) =>
  promisify(execFile)(command, words, { env: { ...process.env, ...settings } }).catch((error: unknown) => {
    const { stderr = '' } = error as { stderr?: string };
    throw new Error(`${command} ${words.slice(0, 3).join(' ')} failed. Lighthouse needs npm's registry.\n${stderr}`);
  });

async function examine(address: string): Promise<Report> {
  const file = path.join(temp, 'report.json');
  const flags = '--headless --no-sandbox --disable-gpu --disable-quic --disable-background-networking';
  const options = [`--output-path=${file}`, `--chrome-flags=${flags}`, `--only-categories=${categories.join()}`];
  const command = ['exec', '--yes', `--package=${lighthouse}`, '--', 'lighthouse', address, '--quiet', '--output=json'];
  await run('npm', [...command, ...options], { ...env, CHROME_PATH: executablePath });
  return JSON.parse(readFileSync(file, 'utf8')) as Report;
}

const scoreOf = (report: Report, category: Category): number => Math.round(report.categories[category].score * 100);

/** The audits that cost a category points, in the report in the middle, with what was measured. */
function lacksOf(reports: readonly Report[], category: Category): string {
  const report = reports.toSorted((a, b) => scoreOf(a, category) - scoreOf(b, category))[reports.length >> 1];
  const lacking = report?.categories[category].auditRefs.filter(
    ({ id, weight }) => weight > 0 && (report.audits[id]?.score ?? 1) < 1,
  );
  return (lacking ?? []).map(({ id }) => `${id} ${report?.audits[id]?.displayValue ?? ''}`.trim()).join('; ');
}

/** Points that each category lacks of 100. */
export async function measure(): Promise<Figure[]> {
  const folder = path.join(temp, 'site');
  buildSite({ out: folder });
  const site = await serve({ '/': folder });
  const reports: Report[] = [];
  while (reports.length < runs) reports.push(await examine(`${site.origin}/runbooks/mvp-release/`));
  await site.stop();
  const index = medianOf(reports.map(({ environment }) => environment.benchmarkIndex));
  return categories.map((category) => ({
    what: `Lighthouse, phone: ${category}, points short of 100`,
    measured: 100 - medianOf(reports.map((report) => scoreOf(report, category))),
    most: 0,
    beside: [lacksOf(reports, category), category === 'performance' ? `this machine's index ${index}` : '']
      .filter(Boolean)
      .join('; '),
  }));
}
