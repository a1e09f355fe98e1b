import { test as base, expect, type Browser, type BrowserContext, type Page } from '@playwright/test';

/** The options of this configuration besides Playwright's own: the address of the fixture pages. */
export interface Options {
  fixtures: string;
}

interface Fixtures {
  /** A further person: a browser profile of their own, and a page in it. */
  newPerson: () => Promise<Page>;
  /** Console messages that a test expects, and therefore does not fail on. */
  expected: { console: RegExp };
}

/** Collects what no page of the site may ever do: write errors to the console, throw, or ask anything of another origin. */
function watch(context: BrowserContext, trouble: string[]): void {
  context.on('console', (message) => {
    if (['error', 'warning'].includes(message.type()))
      trouble.push(`console: ${message.text()} (${message.location().url})`);
  });
  context.on('weberror', (error) => trouble.push(`thrown: ${error.error().stack ?? error.error().message}`));
  context.on('request', (request) => {
    const { protocol, hostname } = new URL(request.url());
    if (['http:', 'https:', 'ws:', 'wss:'].includes(protocol) && hostname !== 'localhost') {
      trouble.push(`asked: ${request.url()}`);
    }
  });
}

/** Most tests do without the service worker: what they look at is the site, not yesterday’s copy of it. */
const blocked = /Service Worker registration blocked by Playwright/;

/** Every test also fails on console errors, uncaught errors and requests that leave the site's own origin. */
export const test = base.extend<Fixtures & Options>({
  fixtures: ['', { option: true }],
  expected: [{ console: /^$/ }, { option: true }],
  context: async ({ context, expected }, use) => {
    const trouble: string[] = [];
    watch(context, trouble);
    await use(context);
    expect(trouble.filter((one) => !expected.console.test(one) && !blocked.test(one))).toEqual([]);
  },
  newPerson: async ({ browser, contextOptions, baseURL, viewport, hasTouch, isMobile, expected }, use) => {
    const trouble: string[] = [];
    const contexts: BrowserContext[] = [];
    await use(async () => {
      const context = await (browser as Browser).newContext({
        ...contextOptions,
        baseURL,
        viewport,
        hasTouch,
        isMobile,
        locale: 'en-GB',
        timezoneId: 'Europe/Berlin',
        serviceWorkers: 'block',
      });
      contexts.push(context);
      watch(context, trouble);
      return context.newPage();
    });
    await Promise.all(contexts.map((context) => context.close()));
    expect(trouble.filter((one) => !expected.console.test(one) && !blocked.test(one))).toEqual([]);
  },
});

export { expect };
