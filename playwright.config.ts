import { createServer } from 'node:net';
import { defineConfig, devices } from '@playwright/test';
import { findChromium } from './tests/e2e/chromium';
import type { Options } from './tests/e2e/test';

/**
 * A port that nobody listens at, and the next. Each run begins elsewhere: two that start together would meet, since building comes
 * between. Browsers refuse no port between 7000 and 10000.
 */
async function findPort(port = 7000 + 2 * (process.pid % 900)): Promise<number> {
  const isFree = await new Promise((answer) => {
    const probe = createServer()
      .once('error', () => answer(false))
      .listen(port, '127.0.0.1', () => probe.close(() => answer(true)));
  });
  return isFree ? port : findPort(port + 2);
}

process.env.E2E_PORT ??= String(await findPort());
const port = Number(process.env.E2E_PORT);
const root = `http://localhost:${port}/`;
const team = `http://localhost:${port + 1}/docs/team/`;
const fixtures = `http://localhost:${port + 1}/docs/fixtures/`;

const { executablePath, env } = await findChromium();
const phone = { ...devices['Pixel 7'], viewport: { width: 390, height: 844 } };

/* What every site must do runs below a base path too; what people do while a run is under way runs on a phone too. */
export default defineConfig<Options>({
  testDir: 'tests/e2e',
  outputDir: 'test-results',
  globalSetup: './tests/e2e/setup.ts',
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  workers: 2,
  // Two browsers on a busy machine meet rare moments that a test has not thought of: a second attempt tells those from what is broken.
  retries: 1,
  timeout: 120_000,
  expect: { timeout: 15_000 },
  snapshotPathTemplate: '{testDir}/pictures/{arg}{ext}',
  reporter: [['list'], ['json', { outputFile: 'node_modules/.cache/results/playwright.json' }]],
  use: {
    fixtures,
    locale: 'en-GB',
    timezoneId: 'Europe/Berlin',
    serviceWorkers: 'block',
    actionTimeout: 15_000,
    // Recording every test costs a third of its time: `npm run browser -- --trace retain-on-failure` records.
    launchOptions: {
      executablePath,
      env: { ...process.env, ...env },
      args: [
        ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking'],
        // Text in pictures is drawn alike whatever the machine thinks of hints and colour fringes.
        ...['--font-render-hinting=none', '--disable-lcd-text'],
      ],
    },
  },
  projects: [
    { name: 'desktop', use: { ...devices['Desktop Chrome'], baseURL: root } },
    { name: 'team', use: { ...devices['Desktop Chrome'], baseURL: team }, grep: /@every-site/ },
    { name: 'phone', use: { ...phone, baseURL: root }, grep: /@phone/ },
  ],
});
