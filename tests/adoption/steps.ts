import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { chromium, expect } from '@playwright/test';
import { findChromium } from '../e2e/chromium';
import { serve } from '../e2e/serve';

/* The steps that the three ways in have in common: folders outside of this repository, commands in them, and a browser that ticks. */

export const makeFolder = (name: string): string => mkdtempSync(path.join(tmpdir(), `adopt-${name}-`));

export function write(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
}

/** The environment of a person or a runner that knows nothing of this repository. */
export const outside = (more: Readonly<Record<string, string>> = {}): NodeJS.ProcessEnv => {
  const { PATH = '', HOME = '' } = process.env;
  const plain = PATH.split(':').filter((folder) => !folder.includes('node_modules'));
  return { PATH: plain.join(':'), HOME, ASTRO_TELEMETRY_DISABLED: '1', ...more };
};

/** Runs a command; what it said on both outputs. Throws with that where it fails. */
export async function run(
  folder: string,
  command: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = outside(),
): Promise<string> {
  try {
    const { stdout, stderr } = await promisify(execFile)(command, args, { cwd: folder, env, maxBuffer: 2 ** 28 });
    return stdout + stderr;
  } catch (error) {
    const { stdout = '', stderr = '', message = '' } = error as { stdout?: string; stderr?: string; message?: string };
    throw new Error(`${command} ${args.join(' ')} in ${folder}: ${message}\n${stdout}${stderr}`, { cause: error });
  }
}

export const git = (folder: string, ...args: string[]): Promise<string> =>
  run(folder, 'git', ['-c', 'user.name=A', '-c', 'user.email=a@example.com', ...args]);

/** Starts a command that goes on, and waits until an address answers. */
export async function start(
  folder: string,
  command: string,
  args: readonly string[],
  address: string,
): Promise<ChildProcess> {
  const child = spawn(command, args, {
    cwd: folder,
    env: outside(),
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  let said = '';
  for (const output of [child.stdout, child.stderr]) output?.on('data', (data: Buffer) => (said += data.toString()));
  for (;;) {
    if (child.exitCode !== null) throw new Error(`${command} ${args.join(' ')} ended:\n${said}`);
    const isThere = await fetch(address).then(
      ({ ok }) => ok,
      () => false,
    );
    if (isThere) return child;
    await new Promise((next) => setTimeout(next, 200));
  }
}

/** Ends what `start` started, with all that it started itself. */
export const end = ({ pid }: ChildProcess): void => void (pid !== undefined && process.kill(-pid));

/** Opens a page as a visitor, ticks a step, sees that it is kept, and returns the share link. */
export async function tick(address: string, step: string): Promise<string> {
  const { executablePath, env } = await findChromium();
  const args = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking'];
  const browser = await chromium.launch({ executablePath, env: { ...process.env, ...env }, args });
  try {
    const page = await browser.newPage();
    const faults: string[] = [];
    page.on('pageerror', (error) => faults.push(error.message));
    await page.goto(address);
    await page.getByRole('checkbox', { name: step }).check();
    await expect(page.getByRole('progressbar', { name: 'Progress' })).toHaveAttribute('aria-valuenow', '1');
    await page.reload();
    await expect(page.getByRole('checkbox', { name: step })).toBeChecked();
    await page.getByRole('button', { name: 'Share' }).click();
    const link = await page.getByRole('dialog').getByRole('textbox', { name: 'Link' }).inputValue();
    expect(faults).toEqual([]);
    return link;
  } finally {
    await browser.close();
  }
}

/** Serves a finished site and ticks a step of one of its pages. */
export async function tickIn(dist: string, address: string, step: string, base = '/'): Promise<string> {
  expect(existsSync(path.join(dist, 'index.html'))).toBe(true);
  const site = await serve({ [base]: dist });
  try {
    return await tick(`${site.origin}${base}${address}`, step);
  } finally {
    await site.stop();
  }
}

/** Says how long each step took, and all of them. */
export function makeStopwatch(title: string) {
  const began = performance.now();
  let last = began;
  const seconds = (from: number) => `${((performance.now() - from) / 1000).toFixed(1).padStart(6)} s`;
  process.stdout.write(`\n${title}\n`);
  return {
    lap(what: string): void {
      process.stdout.write(`${seconds(last)}  ${what}\n`);
      last = performance.now();
    },
    stop: (): void => void process.stdout.write(`${seconds(began)}  from nothing to one's own runbook ticked\n`),
  };
}
