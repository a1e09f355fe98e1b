import {
  answer,
  chooseFor,
  chooseForRun,
  item,
  mark,
  open,
  progress,
  run,
  runbook,
  sayName,
  status,
  undo,
} from './people';
import { expect, test } from './test';

const first = 'Merge all feature branches to main';
const cdn = 'Configure the CDN (if applicable)';

const row = (page: Parameters<typeof open>[0], text: string) =>
  page.getByRole('listitem').filter({ has: item(page, text) });

test('an item is marked done, not applicable, failed and cleared from its menu @phone', async ({ page }) => {
  await open(page);
  await chooseFor(page, first, 'Done');
  await expect(item(page, first)).toBeChecked();
  await expect(progress(page)).toHaveAttribute('aria-valuetext', '1 of 96 done');

  await mark(page, cdn, 'Not applicable', 'No CDN here');
  await expect(row(page, cdn)).toContainText('No CDN here');
  await expect(progress(page)).toHaveAttribute('aria-valuetext', '1 of 95 done');
  await expect(run(page)).toContainText('1 not applicable');

  await mark(page, first, 'Failed', '');
  await expect(item(page, first)).not.toBeChecked();
  await expect(run(page)).toContainText('1 failed');
  await expect(progress(page)).toHaveAttribute('aria-valuetext', '0 of 95 done');

  await chooseFor(page, first, 'Clear');
  await expect(run(page)).not.toContainText('failed');
  await page.reload();
  await expect(row(page, cdn)).toContainText('No CDN here');
  await expect(progress(page)).toHaveAttribute('aria-valuetext', '0 of 95 done');
});

test('no mark makes a layer of its row: a browser looks through all layers at every move and touch @phone', async ({
  page,
}) => {
  await open(page);
  const [second, third, fourth] = [
    'Finalize the user guide',
    'Complete the API documentation',
    'Prepare the release notes',
  ];
  await item(page, first).check();
  await mark(page, second, 'Failed', 'nobody wrote it');
  await mark(page, third, 'Not applicable', 'no API yet');
  for (const text of [first, second, third, fourth]) {
    const layered = await row(page, text)
      .last()
      .evaluate((marked) =>
        [marked, ...marked.querySelectorAll('*')].flatMap((part) =>
          [undefined, '::before', '::after'].flatMap((pseudo) => {
            const { position, clipPath, transform, filter, maskImage, opacity, willChange } = getComputedStyle(
              part,
              pseudo,
            );
            const said = [position, clipPath, transform, filter, maskImage, opacity, willChange].join(' ');
            return said === 'static none none none none 1 auto' ? [] : `${part.tagName}${pseudo ?? ''}: ${said}`;
          }),
        ),
      );
    expect(layered).toEqual([]);
  }
});

test('a question that is cancelled marks nothing', async ({ page }) => {
  await open(page);
  await chooseFor(page, first, 'Failed');
  await page.getByRole('dialog').getByRole('textbox').fill('never mind');
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(run(page)).not.toContainText('failed');
  await expect(page.getByText('never mind')).toHaveCount(0);
});

test('a conditional item offers “Not applicable” beside its box @phone', async ({ page, isMobile }) => {
  await open(page);
  await row(page, cdn)
    .getByRole('button', { name: /^Not applicable/ })
    .click();
  await page.getByRole('dialog').getByRole('textbox').fill('served by the host');
  // On a phone, Enter begins a new line.
  if (isMobile) await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
  else await page.keyboard.press('Enter');
  await expect(row(page, cdn)).toContainText('served by the host');
  await expect(progress(page)).toHaveAttribute('aria-valuetext', '0 of 95 done');
});

test('“(if necessary)” and “optional” are conditions, too @phone', async ({ page, fixtures }) => {
  await open(page, `${fixtures}runbooks/every-field/`);
  for (const text of ['Copy the tables (if necessary)', 'Optional: compress the copy', 'Tell the auditors, optional']) {
    const choice = page.getByRole('button', { name: `Not applicable: ${text}` });
    await expect(choice).toHaveText('Not applicable');
    await choice.click();
    await answer(page, '');
    await expect(choice).toBeHidden();
  }
  await expect(run(page)).toContainText('3 not applicable');
  await expect(page.getByRole('button', { name: /^Not applicable: Stop/ })).toHaveCount(0);
});

test('who and when stand on the row; the name is asked once and signs what was ticked before @phone', async ({
  page,
}) => {
  await open(page);
  await item(page, first).check();
  const notices = page.getByRole('region', { name: 'Notices' });
  await notices.getByRole('textbox').fill('Ada Lovelace');
  await notices.getByRole('button', { name: 'Save' }).click();
  await expect(row(page, first)).toContainText(/✓ \d\d:\d\d AL/);
  await expect(status(page)).toHaveText('Your ticks now carry the name Ada Lovelace.');
  await expect(item(page, first)).toBeFocused();
  await expect(row(page, first).getByTitle(/^\d{4}-\d\d-\d\d \d\d:\d\d Ada Lovelace$/)).toBeVisible();
  await item(page, cdn).check();
  await expect(row(page, cdn)).toContainText(/✓ \d\d:\d\d AL/);
  await expect(notices).toHaveCount(0);
  await page.reload();
  await expect(row(page, first)).toContainText(/✓ \d\d:\d\d AL/);
  await item(page, 'Finalize the user guide').check();
  await expect(page.getByRole('region', { name: 'Notices' })).toHaveCount(0);
});

test('the question for the name stands beside the row that asked, and covers no step; the message after a tick covers nothing @phone', async ({
  page,
}) => {
  await open(page);
  const notices = page.getByRole('region', { name: 'Notices' });
  await item(page, first).check();
  await expect(row(page, first)).toContainText('Who is ticking?');
  const [asked, next] = [await notices.boundingBox(), await row(page, 'Tag the version in Git: v1.0.0').boundingBox()];
  expect(asked && next && asked.y + asked.height <= next.y).toBe(true);
  const size = await notices.getByRole('textbox').evaluate((input) => parseFloat(getComputedStyle(input).fontSize));
  const isTouch = await page.evaluate(() => matchMedia('(pointer: coarse)').matches);
  expect(size).toBeGreaterThanOrEqual(isTouch ? 16 : 14);
  // Row and bar show what was done: the sentence is for those who hear the page. What else it did is shown.
  await expect(status(page)).toContainText('Done');
  await expect(status(page)).toHaveCSS('opacity', '0');
  await notices.getByRole('button', { name: 'Dismiss' }).click();
  await expect(notices).toHaveCount(0);
  await item(page, 'Data integrity is in doubt').check();
  await expect(status(page)).toContainText('Rollback plan is on.');
  await expect(status(page)).toHaveCSS('opacity', '1');
});

test('the name changes in the menu', async ({ page }) => {
  await open(page);
  await sayName(page, 'Grace Hopper');
  await item(page, first).check();
  await expect(row(page, first)).toContainText(/✓ \d\d:\d\d GH/);
});

test('a note is written, changed and taken away @phone', async ({ page }) => {
  await open(page);
  for (const [text, shown] of [
    ['first words', 1],
    ['second words', 1],
    ['', 0],
  ] as const) {
    await chooseFor(page, first, 'Note');
    await page.getByRole('dialog').getByRole('textbox').fill(text);
    await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
    await expect(row(page, first).getByText(/words$/)).toHaveCount(shown);
  }
});

test('the link to a step is copied', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await open(page);
  await chooseFor(page, first, 'Copy link to this item');
  await expect(page.getByText('Link copied.')).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(
    /\/runbooks\/mvp-release\/#merge-all-feature-branches-to-main$/,
  );
});

test('every act can be undone, and is said in the status region @phone', async ({ page }) => {
  await open(page);
  const status = page.locator('#ui\\:status');
  await item(page, first).check();
  await expect(status).toContainText(`Done: ${first}. 1 of 96 done.`);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(item(page, first)).not.toBeChecked();
  await expect(status).toContainText('Undone.');
  await mark(page, cdn, 'Failed', 'no quota');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByText('no quota')).toHaveCount(0);
  await expect(run(page)).not.toContainText('failed');
  await expect(page.getByRole('button', { name: 'Undo' })).toBeDisabled();
});

test('ticking a group marks its open items in one act @phone', async ({ page }) => {
  await open(page);
  const group = 'Complete the pre-release checks';
  await mark(page, 'Run the linter: 0 errors', 'Failed', '2 errors');
  await item(page, group).click();
  await expect(item(page, 'Run the unit tests: all pass')).toBeChecked();
  await expect(item(page, 'Run the linter: 0 errors')).not.toBeChecked();
  await expect(progress(page)).toHaveAttribute('aria-valuetext', '6 of 96 done');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(progress(page)).toHaveAttribute('aria-valuetext', '0 of 96 done');
  await expect(run(page)).toContainText('1 failed');
});

test('what was done first is said first, even where saying it had to be loaded', async ({ page, context }) => {
  await open(page);
  const heard = await page.evaluateHandle(() => {
    const sentences: string[] = [];
    const status = document.querySelector('.status');
    const hear = (changes: MutationRecord[]) => {
      for (const { addedNodes } of changes) for (const { textContent } of addedNodes) sentences.push(textContent ?? '');
    };
    if (status) new MutationObserver(hear).observe(status, { childList: true });
    return sentences;
  });
  let letGo = () => {};
  const bothTicked = new Promise<void>((done) => (letGo = done));
  await context.route(/_astro\/acts\./, async (route) => {
    await bothTicked;
    await route.continue();
  });
  await item(page, 'Finalize the user guide').check();
  await item(page, 'Prepare the release notes').check();
  letGo();
  await expect.poll(() => heard.evaluate((sentences) => sentences.length)).toBe(2);
  expect(await heard.jsonValue()).toEqual([
    'Done: Finalize the user guide. 1 of 96 done.',
    'Done: Prepare the release notes. 2 of 96 done.',
  ]);
});

test('in an ordered list the current step moves on; ticking ahead says what is open and lets it be @phone', async ({
  page,
}) => {
  await open(page);
  const steps = [
    'Enable maintenance mode (if applicable)',
    'Scale down the existing services (if applicable)',
  ] as const;
  const current = page.locator('[aria-current=step]');
  await item(page, steps[0]).check();
  await expect(current.filter({ has: item(page, steps[1]) })).toHaveCount(1);
  await item(page, 'Deploy the application code').check();
  await expect(page.locator('#ui\\:status')).toContainText('2 items are still open before it');
  await expect(item(page, 'Deploy the application code')).toBeChecked();
  await expect(current.filter({ has: item(page, steps[1]) })).toHaveCount(1);
  await undo(page);
  await expect(item(page, 'Deploy the application code')).not.toBeChecked();
  await expect(status(page)).toHaveText('Undone. 1 of 96 done.');
});

test('after a pause, and after a reload, the run bar says where the run was @phone', async ({ page }) => {
  await page.clock.install({ time: new Date('2026-11-23T14:03:00+01:00') });
  await open(page);
  await page.clock.fastForward('02:00');
  const steps = [
    'Enable maintenance mode (if applicable)',
    'Scale down the existing services (if applicable)',
  ] as const;
  await item(page, steps[0]).check();
  await expect(run(page)).toContainText('started 14:05');
  await expect(run(page)).not.toContainText('Step');
  await page.clock.fastForward('10:30');
  const where = run(page).getByText('Step 2 of 9, started 14:05');
  await expect(where).toBeInViewport({ ratio: 1 });
  await item(page, steps[1]).check();
  await expect(run(page)).not.toContainText('Step');
  await page.reload();
  await expect(run(page).getByText('Step 3 of 9, started 14:05')).toBeInViewport({ ratio: 1 });
});

test('the run bar names the day of a run that began on another', async ({ page }) => {
  await page.clock.install({ time: new Date('2026-11-23T23:50:00+01:00') });
  await open(page);
  await item(page, first).check();
  await expect(run(page)).toContainText('started 23:50');
  await page.clock.fastForward('20:00');
  await item(page, cdn).check();
  await expect(run(page)).toContainText('started Nov 23, 23:50');
});

test('the run bar names the day also to who comes back to the page on the next one', async ({ page }) => {
  await page.clock.install({ time: new Date('2026-11-23T08:50:00+01:00') });
  await open(page);
  await item(page, first).check();
  await page.clock.fastForward('12:00');
  await expect(run(page)).toContainText('started 08:50');
  await page.clock.fastForward('24:00:00');
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
  await expect(run(page)).toContainText('started Nov 23, 08:50');
});

test('a step with parts is the current one until its parts are done; ticking past it names it', async ({
  page,
  fixtures,
}) => {
  await open(page, `${fixtures}runbooks/steps-in-steps/`);
  const current = page.locator('[aria-current=step]');
  await item(page, 'Prepare').check();
  await expect(current.getByRole('checkbox').first()).toHaveAccessibleName('Move');
  await item(page, 'the first node').check();
  await expect(current.getByRole('checkbox').first()).toHaveAccessibleName('Move');
  await item(page, 'Tidy up').check();
  await expect(status(page)).toContainText('Still open before it: Move.');
  await item(page, 'the second node').check();
  await expect(current).toHaveCount(0);
});

test('a trigger turns rollback on, with its own progress and what had been done; turning it off is one act @phone', async ({
  page,
}) => {
  await open(page);
  await sayName(page, 'Ada');
  await item(page, 'Enable maintenance mode (if applicable)').check();
  await item(page, 'Deploy the application code').check();
  await item(page, 'Data integrity is in doubt').check();
  await expect(run(page)).toContainText('Rollback plan is on');
  await expect(run(page)).toContainText('Data integrity is in doubt');
  await expect(run(page)).toContainText('0 of 8 done');
  await item(page, 'Enable maintenance mode for the rollback').check();
  await expect(run(page)).toContainText('1 of 8 done');
  await expect(progress(page)).toHaveAttribute('aria-valuetext', '1 of 8 done');
  const banner = page.locator('.alarm-banner');
  await expect(banner).toContainText('Data integrity is in doubt');
  await expect(banner.getByRole('listitem')).toHaveText([/^Deploy the application code/, /^Enable maintenance mode/]);
  await page.reload();
  await expect(run(page)).toContainText('Rollback plan is on');
  await banner.getByRole('button', { name: 'Turn off' }).click();
  await expect(status(page)).toHaveText('Rollback plan is off.');
  await expect(item(page, 'Data integrity is in doubt')).not.toBeChecked();
  await expect(item(page, 'Data integrity is in doubt')).toBeFocused();
  await expect(run(page)).not.toContainText('Rollback plan is on');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(run(page)).toContainText('Rollback plan is on');
  await chooseForRun(page, 'End run');
  await page.getByRole('dialog').getByRole('button', { name: 'End anyway' }).click();
  await expect(run(page)).toContainText('Rollback plan: Data integrity is in doubt');
  await expect(run(page)).not.toContainText('is on');
});

test('where several contingencies are on, the run bar names the first and says how many more there are', async ({
  page,
}) => {
  await open(page, 'runbooks/incident/');
  await item(page, 'Somebody sees data of another user').check();
  await expect(run(page)).toContainText('If somebody got in is on');
  await item(page, 'Rows are missing or doubled').check();
  await expect(run(page)).toContainText('If somebody got in (+1 more) is on');
  await item(page, 'Somebody sees data of another user').uncheck();
  await expect(run(page)).toContainText('If data is lost or wrong is on');
});

test('a page that numbers no steps lists all that was done for its rollback', async ({ page, fixtures }) => {
  await open(page, `${fixtures}runbooks/without-numbers/`);
  await item(page, 'It does not answer').check();
  await expect(page.locator('.alarm-banner')).toContainText('No step had been done.');
  await expect(page.locator('.alarm-banner').getByRole('list')).toHaveCount(0);
  await item(page, 'Stop it').check();
  await expect(page.locator('.alarm-banner').getByRole('listitem')).toHaveText([/^Stop it/]);
  await item(page, 'Restore the old version').check();
  await expect(run(page)).toContainText('1 of 1 done');

  // Next is there too where nothing was to be ticked when the page was built.
  await open(page, `${fixtures}runbooks/ready-from-the-start/`);
  await expect(run(page)).toContainText('Next: Go / no-go: Before');
  await item(page, 'Warm the kiln').uncheck();
  await expect(run(page)).toContainText('Next: Warm the kiln');
});

test('a hold waits for every role; one No-go holds; what follows stays usable @phone', async ({ page }) => {
  await open(page);
  await sayName(page, 'Ada');
  const hold = page.getByRole('region', { name: 'Go / no-go: Before you start' });
  await expect(hold).toContainText('Before you start: 0 of 6 done');
  await mark(page, 'Prepare the maintenance page (if applicable)', 'Failed', '');
  await expect(hold).toContainText('Before you start: 0 of 6 done, 1 failed');
  await hold.getByRole('button', { name: 'Go: Deployment Lead', exact: true }).click();
  await expect(hold.getByRole('button', { name: 'Go: Deployment Lead', exact: true })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  await expect(hold.getByRole('listitem').first()).toContainText(/\d\d:\d\d Ada/);
  await hold.getByRole('button', { name: 'No-go: System Administrator' }).click();
  await expect(hold).toHaveAttribute('data-verdict', 'no-go');
  await item(page, 'Enable maintenance mode (if applicable)').check();
  await expect(item(page, 'Enable maintenance mode (if applicable)')).toBeChecked();
  await hold.getByRole('button', { name: 'Go: System Administrator', exact: true }).click();
  await expect(hold).toHaveAttribute('data-verdict', 'waiting');
  await hold.getByRole('button', { name: 'Go: Database Administrator', exact: true }).click();
  await expect(hold).toHaveAttribute('data-verdict', 'go');
  await page.reload();
  await expect(hold).toHaveAttribute('data-verdict', 'go');
});

test('an answer that somebody else gives while the reader is asked for a name is not taken back by the same one', async ({
  page,
  context,
}) => {
  const go = (one: typeof page) => one.getByRole('button', { name: 'Go: Deployment Lead', exact: true }).first();
  await open(page);
  const tab = await context.newPage();
  await open(tab);
  await go(page).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await go(tab).click();
  await answer(tab, 'Grace');
  await expect(go(page)).toHaveAttribute('aria-pressed', 'true');
  await answer(page, 'Ada');
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(go(page)).toHaveAttribute('aria-pressed', 'true');
  // Pressed when it stands, it is taken back.
  await go(page).click();
  await expect(go(page)).toHaveAttribute('aria-pressed', 'false');
});

test('a hold dims the section or the steps that follow it until all say Go, and no more than that', async ({
  page,
}) => {
  const expectDim = async (dim: string[], clear: string[]) => {
    const colourOf = (selector: string) =>
      page.locator(selector).evaluate((element) => getComputedStyle(element).color);
    const [soft, ink] = [await colourOf('.lede'), await colourOf('h1')];
    for (const text of dim) await expect(row(page, text).first()).toHaveCSS('color', soft);
    for (const text of clear) await expect(row(page, text).first()).toHaveCSS('color', ink);
  };
  const [drill, next] = ['Note five records that the Witness knows by heart', 'Start the clock: note the time'];
  const beyond = ['Note the newest row: its time is the gap', 'Destroy the machine and its disk'];
  await open(page, 'runbooks/restore-drill/');
  await sayName(page, 'Ada');
  await expectDim([], [drill, next, ...beyond]);
  await item(page, drill).check();
  await expectDim([next], beyond);
  const sayGo = async (title: string, roles: string[]) => {
    const hold = page.getByRole('region', { name: `Go / no-go: ${title}` });
    for (const role of roles) await hold.getByRole('button', { name: `Go: ${role}`, exact: true }).click();
  };
  await sayGo('Prepare', ['Drill Lead', 'Database Administrator']);
  await expectDim([], [next, ...beyond]);

  // Within a section: the next heading's steps; after a step: the steps that are left.
  const [enable, scale, disable] = [
    'Enable maintenance mode (if applicable)',
    'Scale the services up to production levels',
    'Disable maintenance mode (if applicable)',
  ];
  const after = ['Check the logs: no unexpected errors', 'Scale down the services', 'Monitor error rates'];
  await open(page, runbook);
  await item(page, first).check();
  await expectDim([enable, scale, disable], after);
  await sayGo('Before you start', ['Deployment Lead', 'Database Administrator', 'System Administrator']);
  await expectDim([disable], [enable, scale, ...after]);
});

test('“Open only” hides what is settled and keeps the place @phone', async ({ page }) => {
  await open(page, runbook);
  await item(page, first).check();
  await item(page, 'Configure rate limiting: over the limit, 429').scrollIntoViewIfNeeded();
  const place = async () => (await row(page, 'Configure rate limiting: over the limit, 429').boundingBox())?.y ?? -1;
  const before = await place();
  await item(page, 'Configure rate limiting: over the limit, 429').focus();
  await page.keyboard.press('o');
  await expect(item(page, first)).toBeHidden();
  expect(Math.abs((await place()) - before)).toBeLessThan(4);
  await page.keyboard.press('o');
  await expect(item(page, first)).toBeVisible();
});

test('“Open only” with nothing open says so kindly, and leads back @phone', async ({ page, fixtures }) => {
  await open(page, `${fixtures}runbooks/steps-in-steps/`);
  await page.keyboard.press('o');
  await item(page, 'Prepare').check();
  await expect(item(page, 'Prepare')).toBeHidden();
  await item(page, 'Move').click();
  await expect(page.getByText('Nothing is open.')).toBeHidden();
  await item(page, 'Tidy up').check();
  await expect(page.getByText('Nothing is open.')).toBeVisible();
  await expect(run(page)).toContainText('Nothing is open');
  await page.getByRole('button', { name: 'All items' }).click();
  await expect(item(page, 'Prepare')).toBeVisible();
  await expect(page.getByText('Nothing is open.')).toBeHidden();
  await undo(page);
  await expect(run(page)).toContainText('Tidy up');
});

test('a section that is settled says “Done” in the contents', async ({ page, fixtures }) => {
  await open(page, `${fixtures}runbooks/plain/`);
  const contents = page.getByRole('navigation', { name: 'On this page' });
  for (const text of ['Stop the server', 'Start the server', 'Send a test mail']) await item(page, text).check();
  await expect(contents.getByRole('link', { name: /In order/ }).locator('[data-count]')).toHaveAttribute(
    'data-count',
    'Done',
  );
});

test('in the hour that comes twice the offset tells the order; another day is named', async ({ page }) => {
  await page.clock.install({ time: new Date('2026-10-25T00:50:00Z') });
  await open(page);
  await sayName(page, 'AB');
  const stampOf = (text: string) =>
    page
      .getByRole('listitem')
      .filter({ has: item(page, text) })
      .locator('.stamp')
      .last();
  await item(page, first).check();
  await expect(stampOf(first)).toHaveText('✓ 02:50 AB');
  await page.clock.fastForward('20:00');
  await item(page, 'Finalize the user guide').check();
  await expect(stampOf('Finalize the user guide')).toHaveText('✓ 02:10 UTC+1 AB');
  await page.clock.fastForward('24:00:00');
  await item(page, 'Prepare the release notes').check();
  await expect(stampOf('Prepare the release notes')).toHaveText('✓ Oct 26, 02:10 UTC+1 AB');
});
