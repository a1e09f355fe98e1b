import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { download, item, mark, open, progress, receive, run, sayName, share, sharedRun, status } from './people';
import { expect, test } from './test';

/** The words that the page has to say at a moment. `next`: the words of Next; `count`: of what the run is about; `current`: the framed step. */
interface Now {
  status: string;
  says: string;
  next: string | undefined;
  count: string;
  current?: string;
}

async function expectNow(page: Page, { status: kind, says, next, count, current }: Now): Promise<void> {
  const shown = run(page).locator('[data-status]');
  await expect(shown).toHaveAttribute('data-status', kind);
  await expect(shown).toHaveText(says);
  await expect(run(page)).toContainText(count);
  await expect(progress(page)).toHaveAttribute('aria-valuetext', count);
  const nextPart = run(page).locator('.next');
  if (next === undefined) await expect(nextPart).toBeHidden();
  else await expect(nextPart).toContainText(next);
  const framed = page.locator('[aria-current=step]');
  await expect(framed).toHaveCount(current === undefined ? 0 : 1);
  if (current !== undefined) await expect(framed.filter({ has: item(page, current) })).toHaveCount(1);
}

const readDownload = async (page: Page, choice: string) => readFileSync(await download(page, choice), 'utf8');

test('through a whole run: after every act status, Next, counts and the current step are true; what mattered is in every record @phone', async ({
  page: ada,
  newPerson,
  fixtures,
}) => {
  test.setTimeout(400_000);
  const address = `${fixtures}runbooks/night/`;
  const hold = (page: Page) => page.getByRole('region', { name: 'Go / no-go: Prepare' });
  const say = (page: Page, answer: string, role: string) =>
    hold(page)
      .getByRole('button', { name: `${answer}: ${role}`, exact: true })
      .click();
  const atHold = { next: 'Go / no-go: Prepare', count: '2 of 6 done' };

  await open(ada, address);
  await expectNow(ada, { status: 'todo', says: 'Not started', next: 'Take a backup', count: '0 of 6 done' });
  await sayName(ada, 'Ada');
  await item(ada, 'Take a backup').check();
  await expectNow(ada, { status: 'running', says: 'Under way', next: 'Tell the users', count: '1 of 6 done' });
  await item(ada, 'Tell the users').check();
  await expectNow(ada, { status: 'waiting', says: 'Waiting for Go: Lead, Operator', ...atHold });
  await say(ada, 'Go', 'Lead');
  await expectNow(ada, { status: 'waiting', says: 'Waiting for Go: Operator', ...atHold });
  await say(ada, 'No-go', 'Operator');
  await expectNow(ada, { status: 'no-go', says: 'No-go: Operator (Ada)', ...atHold });

  // Grace takes over by link. What she received stays through a jump to a step and a reload; a tick meanwhile offers the choice.
  const grace = await newPerson();
  await open(grace, address);
  await sayName(grace, 'Grace');
  await grace.goto(await share(ada));
  await expect(sharedRun(grace)).toContainText('A link is a snapshot');
  await expect(sharedRun(grace).getByRole('button')).toHaveText(['Continue this run', 'Close']);
  await run(grace).locator('[data-bar=next]').click();
  await expect(sharedRun(grace)).toBeVisible();
  await grace.reload();
  await expectNow(grace, { status: 'no-go', says: 'No-go: Operator (Ada)', ...atHold });
  await item(grace, 'Stop the server').click();
  await expect(item(grace, 'Stop the server')).not.toBeChecked();
  const offer = grace.getByRole('region', { name: 'Notices' });
  await offer.getByRole('button', { name: 'Continue this run' }).click();
  await expect(sharedRun(grace)).toBeHidden();
  await expect(hold(grace)).toBeInViewport();
  await say(grace, 'Go', 'Operator');
  const stop = 'Stop the server';
  await expectNow(grace, { status: 'running', says: 'Under way', next: stop, count: '2 of 6 done', current: stop });
  await item(grace, stop).check();
  const copy = 'Copy the release';
  await expectNow(grace, { status: 'running', says: 'Under way', next: copy, count: '3 of 6 done', current: copy });
  await mark(grace, copy, 'Failed', 'Disk full.\nSee https://status.example.org/4711.');
  const start = 'Start the server';
  await expectNow(grace, { status: 'running', says: 'Under way', next: start, count: '3 of 6 done', current: start });
  await expect(run(grace).getByRole('link', { name: '1 failed' })).toHaveAttribute('href', '#copy-the-release');
  const link = grace.getByRole('link', { name: 'https://status.example.org/4711', exact: true });
  await expect(link).toHaveAttribute('rel', /noopener/);
  await item(grace, copy).check();
  await expectNow(grace, { status: 'running', says: 'Under way', next: start, count: '4 of 6 done', current: start });

  // Margaret takes over, rolls back, and ends the run.
  const margaret = await newPerson();
  await open(margaret, address);
  await sayName(margaret, 'Margaret');
  await receive(margaret, await share(grace), 'Continue this run');
  await expect(item(margaret, start)).toBeInViewport();
  await item(margaret, 'It does not answer').check();
  const back = ['Restore the backup', 'Start the old server'] as const;
  const rollback = { status: 'rollback', says: 'Rollback: step 1 of 2', next: back[0], current: back[0] };
  await expectNow(margaret, { ...rollback, count: '0 of 2 done' });
  await expect(status(margaret)).toContainText('Rollback is on.');
  await item(margaret, back[0]).check();
  const second = { status: 'rollback', says: 'Rollback: step 2 of 2', next: back[1], current: back[1] };
  await expectNow(margaret, { ...second, count: '1 of 2 done' });
  await expect(status(margaret)).toContainText('1 of 2 done');
  await item(margaret, back[1]).check();
  await expectNow(margaret, { status: 'rolled-back', says: 'Rolled back', next: 'End run', count: '2 of 2 done' });
  await run(margaret).getByRole('button', { name: 'End run' }).click();
  await margaret.getByRole('dialog', { name: 'End run' }).getByRole('button', { name: 'End anyway' }).click();
  const ended = { status: 'ended', says: 'Ended', next: undefined, count: '2 of 2 done' };
  await expectNow(margaret, ended);

  // An ended run asks before it takes another entry.
  await item(margaret, 'Write the report').click();
  await expect(item(margaret, 'Write the report')).not.toBeChecked();
  const refusal = margaret.getByRole('region', { name: 'Notices' });
  await expect(refusal.getByRole('button')).toHaveText(['New run', 'Open the run again', 'Dismiss']);
  await refusal.getByRole('button', { name: 'Dismiss' }).click();
  await expectNow(margaret, ended);

  // The record says all of it, here and after two more handovers by link.
  const exported = await readDownload(margaret, 'Download Markdown');
  const summary = (text: string) => text.split('\n## Log')[0] ?? '';
  for (const line of [
    /- \*\*Status:\*\* Ended/,
    /- \*\*Ended\*\* · Margaret, /,
    /- \*\*Progress:\*\* 2 of 2 done \(Rollback\) · outside of it: 4 of 6 done/,
    /⚠ \*\*Rollback is on\*\* \(2 of 2 done\): It does not answer · Margaret, /,
    / {2}- Operator: Go · Grace, .* · before: No-go · Ada, /,
    /- \*\*Mended:\*\* Copy the release · failed · Grace, .* · done · Grace, /,
    /3\. \[x\] Stop the server/,
    /5\) \[x\] Copy the release/,
    /times are UTC\+[12], Europe\/Berlin/,
  ]) {
    expect(summary(exported)).toMatch(line);
  }
  const linus = await newPerson();
  await receive(linus, await share(margaret), 'Continue this run');
  await expectNow(linus, ended);
  const ken = await newPerson();
  await receive(ken, await share(linus), 'Continue this run');
  expect(summary(await readDownload(ken, 'Download Markdown'))).toBe(summary(exported));
  await ken.emulateMedia({ media: 'print' });
  await ken.evaluate(() => dispatchEvent(new Event('beforeprint')));
  const paper = ken.locator('.paper').first();
  await expect(paper).toContainText('Ended');
  await expect(paper).toContainText(/Rollback: It does not answer, .* Margaret/);
});
