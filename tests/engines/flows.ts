import { readdirSync, readFileSync } from 'node:fs';
import type { Site } from '../e2e/serve';
import type { Engine } from './engine';
import { usePage, type Page } from './page';

/* The main flows of a deployment, in the order in which they are gone through: each goes on from the one before. */

/** A browser with a page, the site, and a way to another person's browser. */
export interface Flow {
  engine: Engine;
  site: Site;
  start: () => Promise<Engine>;
}

const runbook = '/runbooks/mvp-release/';
const progress = '[role=progressbar]';
const status = '[data-bar=status]';
const box = (id: string) => `[id="${id}"] > .row input`;
const first = 'merge-all-feature-branches-to-main';
const trigger = 'critical-functionality-does-not-work';

async function openRunbook(page: Page, { site }: Flow, rest = ''): Promise<void> {
  await page.open(site.origin + runbook + rest);
  await page.expectTrue('the page is live', `document.documentElement.dataset.live !== undefined`);
}

async function doMainJob(flow: Flow): Promise<void> {
  const page = usePage(flow.engine);
  await openRunbook(page, flow);
  await page.click(box(first));
  await page.expect(progress, '1 of 96 done');
  await page.click('button', 'More: Finalize the user guide');
  await page.click('[role=menuitem]', 'Failed');
  await page.type('The build is red');
  await page.click('dialog[open] button', 'Save');
  await page.expect('.run-bar', '1 failed');
  await page.expect('main', 'The build is red');
  await page.click('button', 'Undo');
  await page.expectTrue('the failure is taken back', `document.querySelector('[data-bar=failed]').hidden`);
  await page.click('button', 'More: Finalize the developer guide');
  await page.click('[role=menuitem]', 'Not applicable');
  await page.type('Nobody develops');
  await page.click('dialog[open] button', 'Save');
  await openRunbook(page, flow);
  await page.expect(progress, '1 of 95 done');
  await page.expect('main', 'Nobody develops');
  await page.expectTrue('the box is ticked', `document.querySelector('${box(first).replaceAll("'", '"')}').checked`);
}

async function doDeployment(flow: Flow): Promise<void> {
  const page = usePage(flow.engine);
  await page.click('button', 'Go: Deployment Lead');
  await page.type('Ada');
  await page.click('dialog[open] button', 'Save');
  await page.expectTrue(
    'the answer bears the name',
    `document.querySelector('[data-hold]').textContent.includes('Ada')`,
  );
  await page.click(box(trigger));
  await page.expectTrue('the rollback is on', `document.querySelector('${status}').dataset.status === 'rollback'`);
  await page.expect('.alarm-banner', 'Critical functionality does not work');
  await page.click(box(trigger));
  await page.expectTrue('it is off again', `document.querySelector('${status}').dataset.status !== 'rollback'`);
}

async function doSharing(flow: Flow): Promise<void> {
  const page = usePage(flow.engine);
  await page.click('button', 'Share');
  await page.expectTrue('a link', `find('dialog[open] input[readonly]')?.value.includes('#run=')`);
  const link = await page.read(`find('dialog[open] input[readonly]').value`);
  await page.click('dialog[open] button', 'Close');
  const other = await flow.start();
  try {
    const theirs = usePage(other);
    await theirs.open(link.slice(0, -20));
    await theirs.expect('.shared', 'was cut off');
    await theirs.open(link.replace('#run=', '%23run='));
    await theirs.expect('.shared', '1 of 95 done');
    await theirs.click('.shared button', 'Continue this run');
    await theirs.expect(progress, '1 of 95 done');
    await theirs.expect('main', 'Nobody develops');
    await theirs.expectTrue('the address is clean', `location.hash === '' && location.search === ''`);
  } finally {
    await other.close();
  }
}

async function doSearch(flow: Flow): Promise<void> {
  const page = usePage(flow.engine);
  await page.click('button', 'Search');
  await page.type('rate limiting');
  await page.expectTrue(
    'a result leads to the step',
    `[...document.querySelectorAll('dialog[open] a')].some((one) => one.textContent.includes('Configure rate limiting'))`,
  );
  // A page that answers itself loads Pagefind's own script.
  await page.expectTrue(
    'it came from the worker',
    `!performance.getEntriesByType('resource').some(({ name }) => name.endsWith('/pagefind/pagefind.js'))`,
  );
}

async function doGolden(flow: Flow): Promise<void> {
  const folders = ['tests/golden/v1', 'tests/golden/v2'];
  const golden: unknown[] = folders.flatMap((folder) =>
    readdirSync(folder).map((file): unknown => JSON.parse(readFileSync(`${folder}/${file}`, 'utf8'))),
  );
  const page = usePage(flow.engine);
  await page.open(`${flow.site.origin}/engines/`);
  await page.expectTrue('the codec is there', 'globalThis.checkGolden');
  const wrong = await flow.engine.run('return globalThis.checkGolden(args[0])', golden);
  if (JSON.stringify(wrong) !== '[]') throw new Error(`other bytes: ${JSON.stringify(wrong)}`);
}

async function goOffline(flow: Flow): Promise<void> {
  const page = usePage(flow.engine);
  await openRunbook(page, flow);
  // The copy is fetched once somebody uses the page.
  await page.click(box('finalize-the-user-guide'));
  await flow.engine.run(`await navigator.serviceWorker.ready`);
  await page.expectTrue('the copy is there', `navigator.serviceWorker.controller?.state === 'activated'`);
  await flow.site.stop();
  await openRunbook(page, flow);
  await page.expect(progress, '2 of 95 done');
  await page.click(box('prepare-the-release-notes'));
  await page.expect(progress, '3 of 95 done');
  await page.open(`${flow.site.origin}/guides/rolling-back?x=1`);
  await page.expect('h1', 'Rolling back');
}

export const flows: readonly (readonly [name: string, flow: (flow: Flow) => Promise<void>])[] = [
  ['The main job: tick, fail, take back, reload', doMainJob],
  ['A deployment: Go by name, rollback on and off', doDeployment],
  ['Sharing: a link in another browser, cut, with its “#” escaped', doSharing],
  ['Search: a step by its words', doSearch],
  ['Golden links: the same runs, the same bytes', doGolden],
  ['Offline: the server stopped', goOffline],
];
