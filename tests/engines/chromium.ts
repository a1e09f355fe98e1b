import { chromium as playwright } from '@playwright/test';
import { findChromium } from '../e2e/chromium';
import type { EngineKind } from './engine';

/** The engine of the ordinary browser tests, by the same few steps as the others. */
export const chromium: EngineKind = {
  name: 'Chromium',
  needs: [],
  start: async () => {
    const { executablePath, env } = await findChromium();
    const args = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking'];
    const browser = await playwright.launch({ executablePath, args, env: { ...process.env, ...env } });
    const page = await browser.newPage();
    return {
      open: async (address) => void (await page.goto(address)),
      run: (body, ...args) => page.evaluate(`(async (args) => { ${body} })(${JSON.stringify(args)})`),
      close: () => browser.close(),
    };
  },
};
