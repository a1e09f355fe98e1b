import path from 'node:path';
import type { Page } from '@playwright/test';
import { decodePage } from '~/core/page/page-file';
import { keys } from '~/core/run/entry';
import { orderEntries, type Run } from '~/core/run/run';
import { crc32 } from '~/core/snapshot/crc32';
import { writeNumber } from '~/core/snapshot/digits';
import { encodeSnapshot } from '~/core/snapshot/encode';
import { snapshotPageOf, type SnapshotPage } from '~/core/snapshot/snapshot-page';
import { item, open, run, runbook, share, sharedRun } from './people';
import { folderOf } from './sites';
import { expect, test } from './test';

const first = 'Merge all feature branches to main';
const second = 'Finalize the user guide';

/** Opens another fragment on the page that is open, as a reader does who pastes it into the address. */
const paste = (page: Page, fragment: string) => page.evaluate((text) => void (location.hash = text), fragment);

/** The ids of a page as the site says them. */
async function idsOf(page: Page, address: string): Promise<SnapshotPage> {
  const read = decodePage(await (await page.request.get(`${address}page.json`)).json());
  if (!read.ok) throw new Error(`${address} says no page`);
  return snapshotPageOf(read.value);
}

const at = Math.floor(Date.now() / 60_000) - 60;

/** A run in which so many of the page's items are done, by so many people. */
const runOf = (page: SnapshotPage, items: number, people = 1, from = 0): Run => ({
  id: '00c0ffee',
  page: page.id,
  start: at,
  entries: orderEntries(
    page.items.slice(0, items).map((id, i) => ({
      key: keys.mark(id),
      value: 'done',
      at: at + (from > 0 ? 55 : i % 50),
      seq: 0,
      by: `Person ${from + (i % people)}`,
    })),
  ),
});

function textOf(run: Run, page: SnapshotPage): string {
  const encoded = encodeSnapshot(run, page, { mode: 'P' });
  if (!encoded.ok) throw new Error('the run does not fit a link');
  return encoded.value;
}

/* A host answers an address without a page by 404. */
test.use({ expected: { console: /status of 404/ } });

test('whatever becomes of a link on its way, the page shows the run or says what happened to it', async ({
  page,
  newPerson,
}) => {
  await open(page);
  for (const text of [first, second]) await item(page, text).check();
  const text = (await share(page)).split('#run=')[1] ?? '';
  const other = await newPerson();
  await open(other);

  for (let length = 0; length < text.length; length += 10) {
    await paste(other, `#run=${text.slice(0, length)}`);
    const cut =
      length === 0 ? 'holds no run' : `cut off: ${length}${length < 5 ? '' : ` of ${text.length}`} characters arrived`;
    await expect(sharedRun(other)).toContainText(cut);
  }
  await expect(other.getByRole('checkbox', { checked: true })).toHaveCount(0);

  const half = Math.floor(text.length / 2);
  const whole = [
    ...[
      ')',
      '.',
      '…',
      '_',
      '*',
      '~~',
      '|',
      '>',
      '"',
      ').',
      '%2C',
      '%20and more',
      '&utm_source=mail',
      '?utm_medium=chat',
    ],
    ...[`\nhttps://example.com/#run=${text.slice(0, 20)}`, '](x)', '%3C/a%3E', '&gt;', ':~:text=Deploy'],
  ].map((after) => `#run=${text}${after.replace('\n', '%0A')}`);
  const spelt = ['##run=', '#RUN=', '#run%3D', '#run%253D', '#run=3D'].map((before) => before + text);
  const broken = ['%20', '%0A', '%0D%0A', '%C2%AD', '=', '%0A%3E%20'].map(
    (sign) => `#run=${text.slice(0, half)}${sign}${text.slice(half)}`,
  );
  const swapped = text.slice(0, half) + (text[half + 1] ?? '') + (text[half] ?? '') + text.slice(half + 2);
  const damaged = [
    text + text,
    `${text}https`,
    text.toLowerCase(),
    `${text.slice(0, half)}0${text.slice(half)}`,
    text.replace(/.$/, (last) => (last === 'a' ? 'b' : 'a')),
    ...(swapped === text ? [] : [swapped]),
  ].map((one) => `#run=${one}`);
  const newer = `3${text.slice(1, -6)}`;
  const outcomes = [
    ...[...whole, ...spelt, ...broken].map((fragment) => [fragment, /: Under way\. 2 of 96 done/] as const),
    ...damaged.map((fragment) => [fragment, /damaged on its way|was cut off/] as const),
    [`#run=${newer}${writeNumber(crc32(newer), 6)}`, /made by a newer version/] as const,
    [`#run=${'1'.repeat(16_100)}`, /more than this site accepts/] as const,
  ];
  for (const [fragment, outcome] of outcomes) {
    await paste(other, '#run=1R');
    await expect(sharedRun(other)).toContainText('2 characters arrived');
    await paste(other, fragment);
    await expect(sharedRun(other), fragment).toContainText(outcome);
  }

  // Whole addresses: what tools put into them, and what becomes of "#".
  const addresses = [
    `${runbook}?utm_source=chat&utm_medium=x&run#run=${text}`,
    `${runbook}?run&fbclid=1#run=${text}`,
    `${runbook}%23run=${text}).`,
    `${runbook}%253Frun%2523run%253D${text}`,
    `${runbook}index.html?run#run=${text}`,
  ];
  for (const address of addresses) {
    await other.goto('about:blank');
    await other.goto(address);
    await expect(sharedRun(other), address).toContainText('2 of 96 done');
    await sharedRun(other).getByRole('button', { name: 'Close' }).click();
    expect(new URL(other.url()).search + new URL(other.url()).hash).toBe('');
  }
});

test('a link that was opened on another page leads to its own', async ({ page, newPerson, fixtures }) => {
  await open(page);
  await item(page, first).check();
  const fragment = new URL(await share(page)).hash;
  const other = await newPerson();
  // On the home page, on a guide without tasks, and where no page is.
  for (const address of ['', 'guides/rolling-back/', 'runbooks/renamed/']) {
    await other.goto('about:blank');
    await other.goto(`${address}?run${fragment}`);
    const status = other.getByRole('main').getByRole('status');
    await expect(status).toContainText(
      'This link belongs to another checklist: “Deployment checklist for the MVP release”.',
    );
    await status.getByRole('link', { name: 'Open it there' }).click();
    await expect(sharedRun(other)).toContainText('1 of 96 done');
    await sharedRun(other).getByRole('button', { name: 'Close' }).click();
  }

  // On another runbook, with a portable link; then a link of a page that the site does not have.
  const night = await idsOf(page, `${fixtures}runbooks/night/`);
  await other.goto(`${fixtures}runbooks/plain/?run#run=${textOf(runOf(night, 2), night)}`);
  await expect(sharedRun(other)).toContainText('This link belongs to another checklist');
  await sharedRun(other).getByRole('link', { name: 'Open it there' }).click();
  await expect(sharedRun(other)).toContainText('2 of ');
  await expect(other).toHaveURL(/runbooks\/night\//);
  const gone = { ...night, id: 'runbooks/gone' };
  await other.goto(`${fixtures}runbooks/plain/?run#run=${textOf(runOf(gone, 2), gone)}`);
  await expect(sharedRun(other)).toContainText('The link belongs to another checklist.');
  await other.goto(`${fixtures}?run#run=${textOf(runOf(gone, 2), gone)}`);
  await expect(other.getByRole('status').first()).toContainText('a checklist that this site does not have');
});

test('a link of 16,000 characters opens; runs that are too much together say so before they are merged', async ({
  page,
  fixtures,
}) => {
  const address = `${fixtures}runbooks/many-items/`;
  const many = await idsOf(page, address);
  // As many items as a link holds, names and minutes included.
  let most = 2000;
  while (!encodeSnapshot(runOf(many, most, 60), many, { mode: 'P' }).ok) most -= 10;
  const long = textOf(runOf(many, most, 60), many);
  expect(long.length).toBeGreaterThan(most === 2000 ? 10_000 : 15_900);
  // Asked for by its place, and now and then: telling roles among 2,000 rows keeps a browser from being idle.
  const received = page.locator('[id="ui:received"]');
  const expectReceived = (said: string) =>
    page.waitForFunction((text) => document.getElementById('ui:received')?.textContent.includes(text), said, {
      polling: 500,
      timeout: 60_000,
    });
  await page.goto(`${address}?run#run=${long}`);
  await expectReceived(`${most} of 2000 done`);
  await received.getByText('Continue this run').click();
  await expect(page.locator('[role=progressbar]')).toHaveAttribute('aria-valuenow', String(most));

  await page.goto(`${address}?run#run=${textOf(runOf(many, 10, 10, 100), many)}`);
  await expectReceived('Both runs together are too big for one link');
  await received.getByText('Merge into my run').click();
  await page.locator('[data-act=share]').click();
  const dialog = page.locator('dialog[open]');
  await expect(dialog).toContainText('With names and notes this run is too big for a link.');
  await dialog.getByRole('checkbox').uncheck();
  await expect(dialog.getByRole('textbox', { name: 'Link' })).toHaveValue(/#run=/);
});

test('a link whose “#” was escaped opens on a host that answers every address with its home page; after a choice Back does not ask again', async ({
  page,
  newPerson,
}) => {
  await open(page);
  await item(page, first).check();
  const link = await share(page);
  const [before = '', text = ''] = link.split('#run=');
  for (const escaped of [`${before.replace(/\?run$/, '')}%23run=${text}`, `${before}%2523run%253D${text}`]) {
    const other = await newPerson();
    // The host answers every address that it does not know with the home page, as those of single-page apps do.
    await other.route(/\/%23run/, (route) => route.fulfill({ path: path.join(folderOf('root'), 'index.html') }));
    await other.goto(escaped);
    await expect(sharedRun(other).getByRole('button', { name: 'Continue this run' })).toBeVisible();
    await expect(item(other, first)).toBeChecked();
    await other.close();
  }
  const other = await newPerson();
  await other.goto(link);
  // It can be printed before anything is chosen, and says what it is.
  await expect(async () => {
    await other.evaluate(() => dispatchEvent(new Event('beforeprint')));
    await expect(other.locator('.paper').first()).toContainText('printed', { timeout: 500 });
  }).toPass();
  await other.evaluate(() => dispatchEvent(new Event('afterprint')));
  await run(other).locator('[data-bar=next]').click();
  await sharedRun(other).getByRole('button', { name: 'Continue this run' }).click();
  await expect(sharedRun(other)).toBeHidden();
  await other.goBack();
  await expect(sharedRun(other)).toBeHidden();
  await expect(item(other, first)).toBeChecked();

  // Back to a link that nobody has decided about opens it.
  await item(page, 'Finalize the user guide').check();
  const newer = await share(page);
  await item(page, 'Prepare the release notes').check();
  const newest = await share(page);
  await other.goto(newer);
  await expect(sharedRun(other)).toContainText('2 of 96 done');
  await other.evaluate((address) => void (location.hash = new URL(address).hash), newest);
  await expect(sharedRun(other)).toContainText('3 of 96 done');
  await sharedRun(other).getByRole('button', { name: 'Close' }).click();
  await other.goBack();
  await expect(sharedRun(other)).toContainText('2 of 96 done');
});
