import { chromium, type Browser, type Page } from '@playwright/test';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { findChromium } from './chromium';

/** A Chromium with a profile of its own that is there after it was killed. */
export interface Killable {
  page: Page;
  /** Ends all its processes at once, as a crash or a loss of power does: nothing is written any more. */
  kill: () => Promise<void>;
}

const flags = [
  ...['--headless=new', '--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking'],
  ...['--no-first-run', '--hide-crash-restore-bubble', '--remote-debugging-port=0'],
];

/** Waits for the address at which a browser can be driven: it says so on its standard error. */
async function findDebugger({ stderr }: ChildProcess): Promise<string> {
  let said = '';
  for await (const part of stderr ?? []) {
    said += String(part);
    const [, address] = /DevTools listening on (ws:\S+)/.exec(said) ?? [];
    if (address !== undefined) return address;
  }
  throw new Error(`Chromium did not start:\n${said}`);
}

/** Starts a Chromium over a profile, with a page in it. */
export async function startKillable(profile: string): Promise<Killable> {
  const { executablePath, env } = await findChromium();
  // A group of its own, so that all its processes can be ended at once.
  const child = spawn(executablePath, [...flags, `--user-data-dir=${profile}`, 'about:blank'], {
    detached: true,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const exited = once(child, 'exit');
  const browser: Browser = await chromium.connectOverCDP(await findDebugger(child));
  const [context] = browser.contexts();
  const page = context?.pages()[0] ?? (await browser.newPage());
  return {
    page,
    kill: async () => {
      process.kill(-(child.pid ?? 0), 'SIGKILL');
      await exited;
      await browser.close().catch(() => undefined);
    },
  };
}
