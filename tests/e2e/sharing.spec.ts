import {
  chooseFor,
  chooseForRun,
  item,
  open,
  progress,
  receive,
  runbook,
  sayName,
  share,
  sharedRun,
  status,
  undo,
} from './people';
import { edit } from './edit-mvp-release';
import { serve } from './serve';
import { folderOf } from './sites';
import { expect, test } from './test';

const first = 'Merge all feature branches to main';
const second = 'Finalize the user guide';

test('a link opens in another profile, and merging keeps both sides’ ticks @every-site @phone', async ({
  page,
  newPerson,
}) => {
  await open(page);
  await item(page, first).check();
  const link = await share(page);

  const other = await newPerson();
  await open(other);
  await item(other, second).check();
  await other.goto(link);
  await expect(sharedRun(other)).toContainText('1 of 96 done');
  await expect(item(other, first)).toBeChecked();
  await expect(item(other, second)).not.toBeChecked();
  await sharedRun(other).getByRole('button', { name: 'Merge into my run' }).click();

  await expect(sharedRun(other)).toBeHidden();
  await expect(progress(other)).toHaveAttribute('aria-valuetext', '2 of 96 done');
  expect(other.url()).not.toContain('#run=');
  await other.reload();
  await expect(item(other, first)).toBeChecked();
  await expect(item(other, second)).toBeChecked();
});

test('opening a link changes nothing before a choice, and nothing after “Close” @every-site', async ({
  page,
  newPerson,
}) => {
  await open(page);
  await item(page, first).check();
  const link = await share(page);

  const other = await newPerson();
  await open(other);
  await item(other, second).check();
  const kept = () =>
    other.evaluate(() =>
      Object.entries(localStorage)
        .filter(([key]) => /\|(run|shown)\|/.test(key))
        .toSorted()
        .join('\n'),
    );
  const before = await kept();
  await other.goto(link);
  await expect(sharedRun(other)).toBeVisible();
  expect(await kept()).toBe(before);
  // A tick on a run that is only looked at is refused, with a word.
  await item(other, 'Finalize the developer guide').click();
  await expect(other.getByText('This is a shared run. First choose what to do with it.')).toBeVisible();
  await expect(item(other, 'Finalize the developer guide')).not.toBeChecked();
  await sharedRun(other).getByRole('button', { name: 'Close' }).click();
  expect(await kept()).toBe(before);
  await expect(item(other, first)).not.toBeChecked();
  await expect(item(other, second)).toBeChecked();
  expect(other.url()).not.toMatch(/[?#]run/);
});

test('a link kept as a separate run leaves the own run as it is @every-site @phone', async ({ page, newPerson }) => {
  await open(page);
  await item(page, first).check();
  const link = await share(page);

  const other = await newPerson();
  await open(other);
  await item(other, second).check();
  await receive(other, link, 'Keep as a separate run');
  await expect(progress(other)).toHaveAttribute('aria-valuetext', '1 of 96 done');
  await expect(item(other, first)).toBeChecked();
  await expect(item(other, second)).not.toBeChecked();
  const runs = await other.evaluate(
    () => Object.keys(localStorage).filter((key) => key.includes('|run|runbooks/mvp-release|')).length,
  );
  expect(runs).toBe(2);
});

test('merging a link, and keeping one, is said and can be undone @phone', async ({ page, newPerson }) => {
  await open(page);
  await item(page, first).check();
  const other = await newPerson();
  await open(other);
  await item(other, second).check();
  const link = await share(other);

  await receive(page, link, 'Merge into my run');
  await expect(status(page)).toHaveText('Merged into your run.');
  await expect(progress(page)).toHaveAttribute('aria-valuetext', '2 of 96 done');
  await undo(page);
  await expect(item(page, first)).toBeChecked();
  await expect(item(page, second)).not.toBeChecked();

  await receive(page, link, 'Keep as a separate run');
  await expect(status(page)).toHaveText('Kept as a separate run.');
  await expect(item(page, first)).not.toBeChecked();
  await undo(page);
  await expect(item(page, first)).toBeChecked();
  await expect(item(page, second)).not.toBeChecked();
  await page.reload();
  await expect(progress(page)).toHaveAttribute('aria-valuetext', '1 of 96 done');
});

test('undoing a merge leaves what another tab has entered since', async ({ page, context, newPerson }) => {
  await open(page);
  await item(page, first).check();
  const other = await newPerson();
  await open(other);
  await item(other, second).check();
  const link = await share(other);
  await receive(page, link, 'Merge into my run');
  const tab = await context.newPage();
  await open(tab);
  await item(tab, 'Finalize the developer guide').check();
  await expect(progress(page)).toHaveAttribute('aria-valuetext', '3 of 96 done');
  await undo(page);
  await expect(item(page, second)).not.toBeChecked();
  await expect(item(page, 'Finalize the developer guide')).toBeChecked();
  await expect(progress(tab)).toHaveAttribute('aria-valuetext', '2 of 96 done');

  // A link that is pasted is one that is opened: it waits for its choice, and the choices follow what another tab does.
  await chooseForRun(page, 'Import');
  await page.getByRole('textbox', { name: 'or its text' }).fill(`See ${link}`);
  await page.getByRole('button', { name: 'Import' }).click();
  await expect(sharedRun(page)).toContainText('A link is a snapshot');
  await expect(sharedRun(page).getByRole('button', { name: 'Merge into my run' })).toBeVisible();
  await chooseForRun(page, 'Import');
  await expect(status(page)).toHaveText('This is a shared run. First choose what to do with it.');
  await expect(page.getByRole('dialog')).toBeHidden();
  await chooseForRun(tab, 'Delete run');
  await expect(sharedRun(page).getByRole('button')).toHaveText(['Continue this run', 'Close']);
});

test('a link of the run that is shown, opened twice, says that nothing differs; kept apart, it stays apart', async ({
  page,
}) => {
  await open(page);
  await item(page, first).check();
  const link = await share(page);
  await receive(page, link, 'Merge into my run');
  await page.goto(link);
  await expect(sharedRun(page)).toContainText('Nothing differs: your run already holds all of it.');
  await sharedRun(page).getByRole('button', { name: 'Close' }).click();
  await item(page, second).check();
  await receive(page, link, 'Keep as a separate run');
  await expect(progress(page)).toHaveAttribute('aria-valuetext', '1 of 96 done');
  await expect(item(page, second)).not.toBeChecked();
  await undo(page);
  await expect(progress(page)).toHaveAttribute('aria-valuetext', '2 of 96 done');
});

test('whose clock is days behind sees the link’s entries named as of the future, and takes them as of now', async ({
  page,
  newPerson,
}) => {
  await open(page);
  await item(page, first).check();
  await item(page, second).check();
  await item(page, second).uncheck();
  const link = await share(page);

  const other = await newPerson();
  await other.clock.install({ time: Date.now() - 3 * 24 * 3_600_000 });
  await open(other);
  await item(other, second).check();
  await other.goto(link);
  await expect(sharedRun(other)).toContainText('1 of 96 done');
  await sharedRun(other)
    .getByRole('checkbox', { name: /entries are dated in the future/ })
    .check();
  await sharedRun(other).getByRole('button', { name: 'Merge into my run' }).click();
  await expect(item(other, first)).toBeChecked();
  await expect(item(other, second)).not.toBeChecked();
  await expect(progress(other)).toHaveAttribute('aria-valuetext', '1 of 96 done');
});

test('a clock that is hours behind loses nothing: what was done later wins on both sides', async ({
  page,
  newPerson,
}) => {
  await open(page);
  await item(page, first).check();
  const other = await newPerson();
  await other.clock.install({ time: Date.now() - 5 * 3_600_000 });
  // Its reader is told that the hours on the page are not all its own, until its clock gets there.
  const notice = other.getByText('later than this device’s clock says');
  await other.goto(await share(page));
  await expect(notice).toBeVisible();
  await sharedRun(other).getByRole('button', { name: 'Continue this run' }).click();
  await expect(notice).toBeVisible();
  await chooseFor(other, first, 'Failed');
  await other.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
  await item(other, second).check();
  await receive(page, await share(other), 'Merge into my run');
  await expect(item(page, first)).not.toBeChecked();
  await expect(item(page, second)).toBeChecked();
  await expect(page.getByRole('region', { name: 'Run', exact: true })).toContainText('1 failed');
  await expect(page.getByText('later than this device’s clock says')).toBeHidden();
  await other.clock.fastForward('05:01:00');
  await expect(notice).toBeHidden();
});

test('names and notes that are markup, or turn the text around, are text, in the link too', async ({
  page,
  newPerson,
}) => {
  await open(page);
  const name = '<b>Ada</b>';
  await chooseForRun(page, 'Your name');
  await page.getByRole('dialog').getByRole('textbox').fill(`\u202e${name}`);
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
  await expect(status(page)).toHaveText(`Your ticks now carry the name ${name}.`);
  await chooseFor(page, first, 'Failed');
  const note = '"><img src=x onerror=alert(1)> | `code` [x](javascript:alert(1))';
  await page.getByRole('dialog').getByRole('textbox').fill(note);
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText(note)).toBeVisible();
  const other = await newPerson();
  await other.goto(await share(page));
  await expect(sharedRun(other)).toContainText(`Last change by ${name}`);
  await expect(other.getByText(note)).toBeVisible();
  await chooseForRun(page, 'Summary');
  await expect(page.getByRole('dialog', { name: 'Summary' })).toContainText(note);
});

test('a long name, in any script, still fits a link', async ({ page }) => {
  await open(page);
  await chooseForRun(page, 'Your name');
  await page.getByRole('dialog').getByRole('textbox').fill('名前'.repeat(40));
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
  await item(page, first).check();
  expect(await share(page)).toContain('?run#run=');
});

test('a link without names and notes holds neither', async ({ page, newPerson }) => {
  await open(page);
  await chooseFor(page, first, 'Note');
  await page.getByRole('dialog').getByRole('textbox').fill('Branch of Ada was late');
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
  await item(page, first).check();
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Share this run' });
  const long = await dialog.getByRole('textbox', { name: 'Link' }).inputValue();
  await dialog.getByRole('checkbox').uncheck();
  const short = await dialog.getByRole('textbox', { name: 'Link' }).inputValue();
  expect(short.length).toBeLessThan(long.length);
  await expect(dialog.getByRole('img', { name: 'QR code of the link' })).toBeVisible();

  const other = await newPerson();
  await receive(other, short, 'Keep as a separate run');
  await expect(item(other, first)).toBeChecked();
  await expect(other.getByText('Branch of Ada was late')).toHaveCount(0);
});

test('“Copy link” puts the link on the clipboard and says so', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await open(page);
  await item(page, first).check();
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Share this run' });
  await dialog.getByRole('button', { name: 'Copy link' }).click();
  const link = await dialog.getByRole('textbox', { name: 'Link' }).inputValue();
  // It is said where it is seen and heard: within the dialog, until that closes.
  await expect(dialog.getByRole('status')).toHaveText('Link copied.');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(link);
  expect(link).toContain('?run#run=');
  await page.keyboard.press('Escape');
  await item(page, second).check();
  await expect(status(page)).toContainText('Done: Finalize the user guide.');
});

test('on plain http, where pages have no clipboard, “Copy link” still copies', async ({ page, context }) => {
  await context.addInitScript(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }));
  await open(page);
  await item(page, first).check();
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Share this run' });
  const link = await dialog.getByRole('textbox', { name: 'Link' }).inputValue();
  await dialog.getByRole('button', { name: 'Copy link' }).click();
  await expect(status(page)).toHaveText('Link copied.');
  await page.keyboard.press('Escape');
  await chooseForRun(page, 'Import');
  await page.getByRole('dialog').getByRole('textbox').focus();
  await page.keyboard.press('Control+v');
  await expect(page.getByRole('dialog').getByRole('textbox')).toHaveValue(link);
});

for (const [base, before, after] of [
  ['/', 'root', 'after'],
  ['/docs/team/', 'team', 'teamAfter'],
] as const) {
  test(`a link names the same items after the page was edited and built anew, at ${base}`, async ({
    page,
    newPerson,
  }) => {
    const site = await serve({ [base]: folderOf(before) });
    const address = `${site.origin}${base}${runbook}`;
    await open(page, address);
    const ticked = [first, edit.moved, 'Configure secrets management'];
    for (const text of [...ticked, edit.reworded.from, edit.removed]) await item(page, text).check();
    await sayName(page, 'Ada');
    await page.getByRole('button', { name: `No-go: ${edit.unasked}`, exact: true }).click();
    const link = await share(page);

    site.mount({ [base]: folderOf(after) });
    const other = await newPerson();
    await other.goto(link);
    await expect(sharedRun(other)).toBeVisible();
    for (const text of ticked) await expect(item(other, text)).toBeChecked();
    await expect(item(other, edit.added)).not.toBeChecked();
    await expect(item(other, edit.reworded.to)).not.toBeChecked();
    await expect(other.getByRole('checkbox', { checked: true })).toHaveCount(ticked.length);
    await expect(sharedRun(other)).toContainText('no longer on this page');
    const answer = `Go / no-go: Before you start: ${edit.unasked}: No-go`;
    await expect(sharedRun(other)).toContainText(`this page does not ask for: ${answer}.`);

    // The same in the browser that made the ticks: what the page no longer has stays in the run.
    await page.reload();
    for (const text of ticked) await expect(item(page, text)).toBeChecked();
    await expect(progress(page)).toHaveAttribute('aria-valuetext', '3 of 96 done');
    await expect(page.getByRole('region', { name: 'No longer in this checklist' })).toContainText(answer);
    for (const open of [page, other]) await open.waitForLoadState('networkidle');
    await site.stop();
  });
}

test('a link from the edited page opens on the edited page, though its revision is not recorded', async ({
  page,
  newPerson,
}) => {
  const site = await serve({ '/': folderOf('after') });
  await open(page, `${site.origin}/${runbook}`);
  await item(page, edit.added).check();
  await item(page, edit.moved).check();
  const link = await share(page);
  const other = await newPerson();
  await receive(other, link, 'Merge into my run');
  await expect(item(other, edit.added)).toBeChecked();
  await expect(item(other, edit.moved)).toBeChecked();
  await expect(other.getByRole('checkbox', { checked: true })).toHaveCount(2);
  await site.stop();
});

test('a reworded item or field takes its tick or value over only when the reader says so @phone', async ({ page }) => {
  const site = await serve({ '/': folderOf('root') });
  await open(page, `${site.origin}/${runbook}`);
  await item(page, edit.reworded.from).check();
  await item(page, edit.removed).check();
  await page.getByRole('textbox', { name: `${edit.row.from}, Name`, exact: true }).fill('Ada');
  await item(page, first).check();
  await item(page, first).uncheck();
  await expect(progress(page)).toHaveAttribute('aria-valuenow', '2');
  site.mount({ '/': folderOf('after') });
  await page.reload();
  const tray = page.getByRole('region', { name: 'No longer in this checklist' });
  await expect(tray).toContainText('Define the alert thresholds', { ignoreCase: true });
  await expect(item(page, edit.reworded.to)).not.toBeChecked();
  await tray.getByRole('button', { name: 'Keep this tick' }).click();
  await expect(item(page, edit.reworded.to)).toBeChecked();
  await expect(progress(page)).toHaveAttribute('aria-valuenow', '1');
  await page.reload();
  await expect(item(page, edit.reworded.to)).toBeChecked();
  await expect(tray).toContainText('Define the alert thresholds', { ignoreCase: true });
  const lead = page.getByRole('textbox', { name: `${edit.row.to}, Name`, exact: true });
  await expect(lead).toHaveValue('');
  await tray.getByRole('button', { name: 'Keep this value' }).click();
  await expect(lead).toHaveValue('Ada');
  await site.stop();
});

test.describe('a link that did not arrive whole says so and shows nothing of it', () => {
  const cases: [name: string, damage: (link: string) => string, sentence: RegExp][] = [
    ['cut', (link) => link.slice(0, -6), /cut off: \d+ of \d+ characters arrived/],
    [
      'with a letter changed',
      (link) => link.replace(/.(?=.{3}$)/, (letter) => (letter === 'A' ? 'B' : 'A')),
      /damaged/,
    ],
    ['without its fragment', (link) => link.replace(/#.*/, ''), /was lost on the way/],
    ['with an empty fragment', (link) => link.replace(/#run=.*/, '#run='), /holds no run/],
  ];
  for (const [name, damage, sentence] of cases) {
    test(name, async ({ page, newPerson }) => {
      await open(page);
      for (const text of [first, second]) await item(page, text).check();
      const link = await share(page);
      const other = await newPerson();
      await other.goto(damage(link));
      await expect(sharedRun(other)).toContainText(sentence);
      await expect(sharedRun(other).getByRole('button', { name: 'Merge into my run' })).toHaveCount(0);
      await expect(other.getByRole('checkbox', { checked: true })).toHaveCount(0);
      await sharedRun(other).getByRole('button', { name: 'Close' }).click();
      await expect(sharedRun(other)).toBeHidden();
    });
  }
});
