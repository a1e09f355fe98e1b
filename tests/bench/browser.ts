import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { chromium, type Browser, type CDPSession, type Page } from '@playwright/test';
import { findChromium } from '../e2e/chromium';

export const project = path.resolve(import.meta.dirname, '../..');

interface Building {
  /** The Astro project; this one unless said. */
  root?: string;
  /** The content folder; the project's own unless said. */
  content?: string;
  out: string;
  /** Astro's program, where it is not this project's. */
  astro?: string;
}

const ownAstro = path.join(project, 'node_modules/astro/bin/astro.mjs');

/** Builds a site. Throws what the build said where it fails. */
export function buildSite({ root = project, content, out, astro = ownAstro }: Building): void {
  const settings = { CI: 'true', OUT_DIR: out, ...(content !== undefined && { CONTENT_DIR: content }) };
  const words = [astro, 'build', '--root', root, '--outDir', out];
  const { status, stdout, stderr } = spawnSync(process.execPath, words, {
    cwd: root,
    env: { ...process.env, ...settings },
    encoding: 'utf8',
    maxBuffer: 1e9,
  });
  if (status !== 0) throw new Error(`The site could not be built.\n${stdout.slice(-2000)}\n${stderr}`);
}

export async function launchBrowser(): Promise<Browser> {
  const { executablePath, env } = await findChromium();
  return chromium.launch({
    executablePath,
    env: { ...process.env, ...env } as Record<string, string>,
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking'],
  });
}

/** Slows a page's processor four times and, where asked, its line to slow 4G: 150 ms, 1.6 Mbit/s. */
export async function slowDown(page: Page, { line = false } = {}): Promise<CDPSession> {
  const client = await page.context().newCDPSession(page);
  await client.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  if (line) {
    const [latency, downloadThroughput, uploadThroughput] = [150, 1.6e6 / 8, 750e3 / 8];
    await client.send('Network.enable');
    await client.send('Network.emulateNetworkConditions', {
      offline: false,
      latency,
      downloadThroughput,
      uploadThroughput,
    });
  }
  return client;
}
