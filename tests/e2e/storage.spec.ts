import type { BrowserContext, Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { chooseForRun, item, mark, open, progress, rename, runbook, share, sharedRun, status, undo } from './people';
import { serve } from './serve';
import { folderOf } from './sites';
import { expect, test } from './test';

const first = 'Merge all feature branches to main';
const second = 'Finalize the user guide';

const runKey = 'runsheet|/|run|runbooks/mvp-release|0123abcd';
const shownKey = 'runsheet|/|shown|runbooks/mvp-release';

/** Puts a value where the page's run is kept, before anything of the page runs; only once. */
const keep = (context: BrowserContext, value: string) =>
  context.addInitScript(
    ([run, shown, text]) => {
      if (sessionStorage.getItem('kept') !== null) return;
      sessionStorage.setItem('kept', 'yes');
      localStorage.setItem(run, text);
      localStorage.setItem(shown, '0123abcd');
    },
    [runKey, shownKey, value] as const,
  );

const stored = (page: { evaluate: <T>(f: () => T) => Promise<T> }) =>
  page.evaluate(() => Object.fromEntries(Object.entries(localStorage)) as Record<string, string>);

for (const [name, value] of [
  ['no JSON', '{"format":1,"id":"0123abcd","entr'],
  ['JSON of something else', '{"hello":"world"}'],
  [
    'a run with a broken entry',
    '{"format":1,"id":"0123abcd","page":"runbooks/mvp-release","start":1,"entries":[["mark/x","sideways",1,0,""]]}',
  ],
  ['null', 'null'],
] as const) {
  test(`a kept run that is ${name} is set aside and reported, not written over`, async ({ page, context }) => {
    await keep(context, value);
    await open(page);
    await expect(page.getByText(/A saved run could not be read. It is not lost/)).toBeVisible();
    await item(page, first).check();
    await expect(progress(page)).toHaveAttribute('aria-valuenow', '1');
    const values = Object.entries(await stored(page));
    expect(values.filter(([key, text]) => key.includes('|aside|') && text === value)).toHaveLength(1);
    await page.reload();
    await expect(item(page, first)).toBeChecked();
  });
}

test('a run written by a newer version is left alone, and the page says so', async ({ page, context }) => {
  const newer = '{"format":2,"id":"0123abcd","page":"runbooks/mvp-release","start":1,"marks":{}}';
  await keep(context, newer);
  await open(page);
  await expect(page.getByText(/was written by a newer version of this site and is left alone/)).toBeVisible();
  await item(page, first).check();
  await expect(item(page, first)).toBeChecked();
  expect((await stored(page))[runKey]).toBe(newer);
});

const notices = (page: Page) => page.getByRole('region', { name: 'Notices' });
const nothingKept = /does not let the page keep anything/;
const secondCopy = /The run is kept only in its second copy/;

test('where storage is forbidden, the run goes on in memory, the page says so, offers it as a file, and asks before it is left', async ({
  page,
  context,
}) => {
  await context.addInitScript(() => {
    for (const name of ['localStorage', 'sessionStorage', 'indexedDB']) {
      Object.defineProperty(window, name, {
        get: () => {
          throw new DOMException('Access is denied for this document.', 'SecurityError');
        },
      });
    }
  });
  await open(page);
  await item(page, first).check();
  await item(page, second).check();
  await expect(progress(page)).toHaveAttribute('aria-valuetext', '2 of 96 done');
  await expect(notices(page)).toContainText(nothingKept);
  const downloading = page.waitForEvent('download');
  await notices(page).getByRole('button', { name: 'Download JSON' }).click();
  const saved = readFileSync(await (await downloading).path(), 'utf8');
  expect(saved).toContain('mark/merge-all-feature-branches-to-main');
  expect(saved).toContain('mark/finalize-the-user-guide');

  const asking = page.waitForEvent('dialog');
  const leaving = page.reload({ timeout: 1000 }).catch(() => undefined);
  const question = await asking;
  expect(question.type()).toBe('beforeunload');
  await question.dismiss();
  await leaving;
  await expect(item(page, second)).toBeChecked();

  await page.goto('runs/');
  await expect(page.getByRole('alert')).toContainText('refuses to keep anything');
});

test('a disk that fills up in the middle of a run loses nothing: the second copy has it, and the page says when it works again @phone', async ({
  page,
}) => {
  await open(page);
  await item(page, first).check();
  const fill = () =>
    page.evaluate(() => {
      for (let text = 'x'.repeat(1_000_000), i = 0; text !== ''; i++) {
        try {
          localStorage.setItem(`other ${i}`, text);
        } catch {
          text = text.slice(0, text.length / 2);
        }
      }
    });
  await fill();
  // As long as the second copy has not answered, the page says that the tick is being saved.
  const release = await page.evaluateHandle(
    (name) =>
      new Promise<() => void>((held) => {
        const opening = indexedDB.open(name);
        opening.onsuccess = () => {
          let isHeld = true;
          const store = opening.result.transaction('entries', 'readwrite').objectStore('entries');
          const stay = () => void (isHeld && (store.count().onsuccess = stay));
          stay();
          held(() => (isHeld = false));
        };
      }),
    'runsheet|/|journal',
  );
  const saving = page.getByRole('region', { name: 'Run', exact: true }).getByText('Saving…');
  await expect(saving).toBeHidden();
  await item(page, second).check();
  await expect(saving).toBeVisible();
  await release.evaluate((letGo) => letGo());
  await expect(saving).toBeHidden();
  await expect(notices(page)).toContainText(secondCopy);
  await expect(progress(page)).toHaveAttribute('aria-valuetext', '2 of 96 done');

  // Nothing is lost when it is left, and the list has the run from where it is kept.
  await page.goto('runs/');
  await expect(page.getByText('2 of 96 done')).toBeVisible();
  await expect(page.getByRole('alert')).toContainText('Runs are kept only in a second copy');
  await open(page);
  await expect(item(page, second)).toBeChecked();
  await expect(notices(page)).toContainText(secondCopy);

  await page.evaluate(() => {
    for (const key of Object.keys(localStorage)) if (key.startsWith('other')) localStorage.removeItem(key);
  });
  // The marks in memory are written without being asked, and the page says so.
  await expect(page.getByText(secondCopy)).toHaveCount(0);
  await expect(status(page)).toHaveText('This browser can save again: the run is kept.');
  await item(page, 'Finalize the developer guide').check();
  await page.reload();
  await expect(progress(page)).toHaveAttribute('aria-valuetext', '3 of 96 done');
});

test('without IndexedDB the page says so; a run that nothing points to is offered, and what was set aside can be taken back', async ({
  page,
  context,
}) => {
  await context.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('A mutation operation was attempted.', 'InvalidStateError');
    };
  });
  await open(page);
  await item(page, first).check();
  await rename(page, 'Release 1.0');
  await expect(notices(page)).toContainText('allows no second copy of runs');

  await page.goto('runs/');
  const texts = await page.evaluate((shown) => {
    localStorage.removeItem(shown);
    const [key = '', text = ''] = Object.entries<string>(localStorage).find(([name]) => name.includes('|run|')) ?? [];
    const other = text.replace(/"id":"\w+"/, '"id":"0123abcd"').replaceAll('Release 1.0', 'Release 0.9');
    localStorage.setItem(`runsheet|/|aside|29000000|run|runbooks/mvp-release|0123abcd`, other);
    return [key, text];
  }, shownKey);
  await open(page);
  await expect(notices(page)).toContainText('keeps a run of this checklist that is not shown: Release 1.0');
  await expect(item(page, first)).not.toBeChecked();
  await page.getByRole('button', { name: 'Go on with it' }).click();
  await expect(item(page, first)).toBeChecked();
  expect((await stored(page))[texts[0] ?? '']).toBe(texts[1]);

  await page.goto('runs/');
  await expect(page.getByText('It can be read now.')).toBeVisible();
  await page.getByRole('button', { name: /^Take back: / }).click();
  await expect(page.getByRole('link', { name: 'Release 0.9' })).toBeVisible();
  await expect(page.getByText('It can be read now.')).toBeHidden();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('link', { name: 'Release 0.9' })).toBeHidden();
  await expect(page.getByText('It can be read now.')).toBeVisible();
});

test('two sites on one origin do not mix', async ({ page }) => {
  const site = await serve({ '/docs/team/': folderOf('team'), '/': folderOf('root') });
  await open(page, `${site.origin}/docs/team/${runbook}`);
  await item(page, first).check();
  await open(page, `${site.origin}/${runbook}`);
  await expect(item(page, first)).not.toBeChecked();
  await item(page, second).check();
  await open(page, `${site.origin}/docs/team/${runbook}`);
  await expect(item(page, first)).toBeChecked();
  await expect(item(page, second)).not.toBeChecked();
  await site.stop();
});

test('a run deleted in one tab is gone in the other, and Undo brings it back', async ({ page, context }) => {
  await open(page);
  await item(page, first).check();
  const other = await context.newPage();
  await open(other);
  await expect(item(other, first)).toBeChecked();
  await page.getByRole('button', { name: 'Run menu' }).click();
  await page.getByRole('menuitem', { name: 'Delete run' }).click();
  await expect(item(page, first)).not.toBeChecked();
  await expect(item(other, first)).not.toBeChecked();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(item(page, first)).toBeChecked();
  await expect(item(other, first)).toBeChecked();
});

test('a tick that is made while another tab deletes the run is kept, in a fresh run', async ({ page, context }) => {
  await open(page);
  await item(page, first).check();
  const other = await context.newPage();
  await open(other);
  await chooseForRun(page, 'Delete run');
  await expect(item(other, first)).not.toBeChecked();
  await item(other, second).check();
  await expect(progress(other)).toHaveAttribute('aria-valuetext', '1 of 96 done');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(item(page, first)).toBeChecked();
  await other.reload();
  await chooseForRun(other, 'Switch run');
  await expect(
    other
      .getByRole('dialog')
      .getByText(/1 of 96 done|2 of 96 done/)
      .first(),
  ).toBeVisible();
});

test('two tabs that make the first tick at once make one run, and each can undo its own', async ({ context }) => {
  const [one, two] = [await context.newPage(), await context.newPage()];
  await open(one);
  await open(two);
  await Promise.all([item(one, first).check(), item(two, second).check()]);
  for (const tab of [one, two]) await expect(progress(tab)).toHaveAttribute('aria-valuetext', '2 of 96 done');
  await one.getByRole('button', { name: 'Undo' }).click();
  await expect(item(two, first)).not.toBeChecked();
  await two.getByRole('button', { name: 'Undo' }).click();
  for (const tab of [one, two]) await expect(progress(tab)).toHaveAttribute('aria-valuetext', '0 of 96 done');
});

test('Undo does not take back what another tab has changed since', async ({ page, context }) => {
  await open(page);
  await item(page, first).check();
  await item(page, second).check();
  const other = await context.newPage();
  await open(other);
  await mark(other, second, 'Failed', 'pages are missing');
  await expect(page.getByText('pages are missing')).toBeVisible();
  // A tab that nobody looks at is drawn when the browser pleases.
  await page.bringToFront();
  await undo(page);
  await expect(status(page)).toHaveText('Not undone: it was changed since.');
  await expect(page.getByText('1 failed')).toBeVisible();
  await undo(page);
  await expect(item(page, first)).not.toBeChecked();
  await expect(page.getByText('1 failed')).toBeVisible();
});

test('a page that comes back from the browser’s back/forward cache shows what another tab did meanwhile', async ({
  page,
  context,
}) => {
  await open(page);
  await item(page, first).check();
  // Not every browser keeps pages so: this writes what another tab would, and says nothing of it to this page.
  await page.evaluate(() => {
    const key = Object.keys(localStorage).find((one) => one.startsWith('runsheet|/|run|')) ?? '';
    const record = JSON.parse(localStorage.getItem(key) ?? '{}');
    record.entries.push(['mark/finalize-the-user-guide', 'done', record.start, 0, 'KL']);
    localStorage.setItem(key, JSON.stringify(record));
  });
  await expect(async () => {
    await page.evaluate(() => dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })));
    await expect(item(page, second)).toBeChecked({ timeout: 500 });
  }).toPass();
  await item(page, 'Finalize the developer guide').check();
  const other = await context.newPage();
  await open(other);
  await expect(progress(other)).toHaveAttribute('aria-valuetext', '3 of 96 done');
});

test('while a link is looked at, the run menu changes nothing, and says why; another tab’s acts are not in the way', async ({
  page,
  context,
}) => {
  await open(page);
  await mark(page, first, 'Failed', 'Lock timeout');
  await item(page, second).check();
  const link = await share(page);
  const runs = () =>
    page.evaluate(() =>
      Object.entries(localStorage)
        .filter(([key]) => /\|(run|shown)\|/.test(key))
        .toSorted(),
    );
  const before = await runs();
  await page.goto(link);
  await expect(sharedRun(page)).toBeVisible();
  const refused = 'This is a shared run. First choose what to do with it.';
  for (const choice of ['Delete run', 'Rename', 'New run', 'Duplicate as a fresh run', 'End run']) {
    await chooseForRun(page, choice);
    await expect(status(page), choice).toHaveText(new RegExp(`^${refused}\\s?$`));
    await expect(page.getByRole('dialog')).toHaveCount(0);
    expect(await runs(), choice).toEqual(before);
    await page.evaluate(() => ((document.getElementById('ui:status') as HTMLElement).textContent = ''));
  }
  await page.keyboard.press('Control+z');
  await expect(status(page)).toHaveText(refused);
  expect(await runs()).toEqual(before);

  // Deleted in the list of another tab, and brought back there.
  const list = await context.newPage();
  await list.goto('runs/');
  await list.getByRole('button', { name: /^More/ }).click();
  await list.getByRole('menuitem', { name: 'Delete run' }).click();
  await list.getByRole('button', { name: 'Undo' }).click();
  await expect(list.getByText(/1 of 96 done/)).toBeVisible();

  await sharedRun(page).getByRole('button', { name: 'Close' }).click();
  await expect(progress(page)).toHaveAttribute('aria-valuetext', '1 of 96 done');
  await expect(page.getByText('Lock timeout')).toBeVisible();
  const record = (await runs()).find(([key]) => key.includes('|run|'))?.[1];
  expect(record).toBe(before.find(([key]) => key.includes('|run|'))?.[1]);
});
