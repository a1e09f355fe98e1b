import { startBroker, type EmbeddedBroker } from '~/build/live/embedded-broker';
import { floodRoom } from './flood-room';
import { answer, chooseFor, chooseForRun, item, open, progress, run, sayName, status, undo } from './people';
import { expect, test } from './test';
import type { Page } from '@playwright/test';

/* Live rooms in real browsers, under the policy that the build wrote, on a broker of this process that is stopped, started and wiped. */

const port = Number(process.env.E2E_PORT);
const site = `http://localhost:${port + 1}/docs/live/`;
const many = `${site}runbooks/many-items/`;
const pump = `${site}runbooks/refit-the-pump/`;

/** The number of items that each of three people ticks. `ROOM_TICKS=300` ticks the whole page, whose items are 900. */
const ticks = Number(process.env.ROOM_TICKS ?? 60);

// One broker for all: the page's policy names its port.
test.describe.configure({ mode: 'serial' });
let broker: EmbeddedBroker;
test.beforeAll(async () => {
  broker = await startBroker(port + 1000);
});
test.afterAll(() => broker.stop());

/** Browsers write to the console that a socket could not be opened, or that a page was not found; no page can keep them from it. */
test.use({ expected: { console: /WebSocket connection to|ERR_CONNECTION_REFUSED|status of 404/ } });

const room = (page: Page) => page.getByRole('region', { name: 'Live room' });

/** Goes live, and gives the room's link. */
async function goLive(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Share this run' });
  await dialog.getByRole('button', { name: 'Go live' }).click();
  const link = await dialog.getByRole('textbox', { name: 'Room link' }).inputValue();
  await dialog.getByRole('button', { name: 'Close' }).click();
  return link;
}

async function join(page: Page, link: string): Promise<void> {
  await page.goto(link);
  await room(page).getByRole('button', { name: 'Join' }).click();
  await expect(room(page)).toBeHidden();
}

/** Freezes a page and wakes it, as browsers do with tabs that are hidden for long. */
async function freezer(page: Page) {
  const session = await page.context().newCDPSession(page);
  return { send: (state: 'frozen' | 'active') => session.send('Page.setWebLifecycleState', { state }) };
}

const said = (page: Page, text: string | RegExp) => expect(run(page).getByText(text)).toBeVisible();

/** Ticks so many items by the page's own boxes, from one on, with a pause between them. */
const tickAll = (page: Page, from: number, count: number, pause: number) =>
  page.evaluate(
    async ([first, last, wait]) => {
      const boxes = document.querySelectorAll<HTMLInputElement>('[data-item] input[type=checkbox]');
      for (let i = first; i < last; i++) {
        boxes[i]?.click();
        await new Promise((next) => setTimeout(next, wait));
      }
    },
    [from, from + count, pause] as const,
  );

/** Presses a box at the moment in which somebody else's tick has come to it, and tells whether it is ticked after that. */
const pressOnceTicked = (page: Page, place: number) =>
  page
    .locator('[data-item]')
    .nth(place)
    .evaluate(
      (row) =>
        new Promise<boolean>((tell) => {
          const box = row.querySelector('input');
          const press = () => {
            box?.click();
            tell(box?.checked === true);
          };
          new MutationObserver((_, watch) => {
            if (row.getAttribute('data-mark') !== 'done') return;
            watch.disconnect();
            setTimeout(press);
          }).observe(row, { attributes: true });
        }),
    );

/** The number of items that the page counts as done. */
const doneOf = async (page: Page) => Number(await progress(page).getAttribute('aria-valuenow'));

test('a room: nothing connects before it is chosen; ticks, names, notes and undo reach the others; leaving ends it', async ({
  page,
  newPerson,
}) => {
  await open(page, pump);
  await sayName(page, 'Kim');
  const [first = '', second = ''] = await page
    .getByRole('checkbox')
    .evaluateAll((boxes) =>
      boxes.slice(0, 2).map((box) => box.closest('label')?.textContent?.trim() ?? box.ariaLabel ?? ''),
    );
  await page.getByRole('checkbox').first().check();
  const link = await goLive(page);
  expect(link).toMatch(/\/runbooks\/refit-the-pump\/\?run#run=1L00R[0-9A-Za-z]{33}$/);
  await said(page, '1 person');

  const lee = await newPerson();
  const sockets: string[] = [];
  lee.on('websocket', (socket) => sockets.push(socket.url()));
  await lee.goto(link);
  await expect(room(lee)).toContainText(`localhost:${port + 1000}`);
  expect(sockets).toEqual([]);
  await room(lee).getByRole('button', { name: 'Join' }).click();
  await said(lee, '2 people');
  await said(page, '2 people');
  expect(sockets.length).toBeGreaterThan(0);
  expect(new URL(lee.url()).hash).toBe('');
  await expect(lee.getByRole('checkbox').first()).toBeChecked();

  await sayName(lee, 'Lee');
  await lee.getByRole('checkbox').nth(1).check();
  await expect(page.getByRole('checkbox').nth(1)).toBeChecked();
  expect([first, second].every((text) => text !== '')).toBe(true);
  await expect(page.locator('[data-item]').nth(1)).toContainText('Lee');
  // Undo takes back one's own act, everywhere; what somebody changed since stays.
  await undo(lee);
  await expect(page.getByRole('checkbox').nth(1)).not.toBeChecked();
  // Two who tick the same item at once both want it ticked: the later press comes when the tick of the first is there.
  const isStillTicked = pressOnceTicked(page, 1);
  await lee.getByRole('checkbox').nth(1).check();
  expect(await isStillTicked).toBe(true);
  await expect(status(page)).toContainText('your press did not count');
  await expect(() => page.getByRole('checkbox').nth(1).uncheck()).toPass();
  await expect(lee.getByRole('checkbox').nth(1)).not.toBeChecked();
  await undo(lee);
  await expect(status(lee)).toContainText('Not undone: it was changed since.');

  // A question that is open follows what others write: saved untouched it changes nothing, and what it would replace is told.
  const step = 'Drain the line';
  const note = lee.getByRole('dialog');
  await chooseFor(lee, step, 'Note');
  await chooseFor(page, step, 'Note');
  await answer(page, 'by hand');
  await expect(note.getByRole('textbox')).toHaveValue('by hand');
  await note.getByRole('textbox').fill('with a key');
  await chooseFor(page, step, 'Note');
  await answer(page, 'by Ada');
  await expect(note.getByRole('status')).toContainText('“by Ada”');
  await note.getByRole('button', { name: 'Cancel' }).click();
  await expect(lee.locator('[data-item]').filter({ hasText: step })).toContainText('by Ada');
  // So does what is said of a run that has ended, and was opened again by somebody else.
  await chooseForRun(lee, 'End run');
  await chooseForRun(page, 'End run');
  await page.getByRole('dialog').getByRole('button', { name: 'End anyway' }).click();
  await expect(note).toContainText('The run has ended');
  await expect(note.getByRole('button')).toHaveText(['Close']);
  await note.getByRole('button').click();
  await lee.getByRole('checkbox').nth(2).click();
  await expect(lee.getByText('Start a new run, or open this one again?')).toBeVisible();
  await chooseForRun(page, 'Open the run again');
  await expect(lee.getByText('Start a new run, or open this one again?')).toBeHidden();

  // A reload of the tab is back in the room; a new tab is not.
  const before = sockets.length;
  await lee.reload();
  await said(lee, '2 people');
  // How the broker wants to be addressed is known by now.
  expect(sockets.length - before).toBe(1);
  await page.getByRole('checkbox').nth(1).check();
  await expect(lee.getByRole('checkbox').nth(1)).toBeChecked();

  // A hidden tab that the browser froze has what happened meanwhile as soon as it is looked at again.
  const { send } = await freezer(lee);
  await send('frozen');
  await page.getByRole('checkbox').nth(1).uncheck();
  await send('active');
  await expect(lee.getByRole('checkbox').nth(1)).not.toBeChecked();
  await expect(() => lee.getByRole('checkbox').nth(1).check()).toPass();
  await expect(page.getByRole('checkbox').nth(1)).toBeChecked();

  await run(lee).getByRole('button', { name: '2 people' }).click();
  await lee.getByRole('dialog').getByRole('button', { name: 'Leave the room' }).click();
  await said(page, '1 person');
  await lee.reload();
  await expect(lee.locator('html[data-live]')).toBeAttached();
  await expect(run(lee).getByText(/person|people/)).toBeHidden();
  await expect(lee.getByRole('checkbox').nth(1)).toBeChecked();
});

test('while the broker is away, ticks stay and are counted; it comes back, wiped, and has all', async ({
  page,
  newPerson,
}) => {
  await open(page, many);
  const link = await goLive(page);
  const lee = await newPerson();
  await join(lee, link);
  await said(page, '2 people');
  await broker.stop();
  await tickAll(page, 0, 3, 0);
  await said(page, /Not connected · 3 not delivered yet|Connecting… · 3 not delivered yet/);
  await expect(page.getByText('The live room cannot be reached.')).toBeVisible();
  await tickAll(lee, 10, 2, 0);
  await broker.start({ wiped: true });
  // A network that is back is no reason to wait for the next attempt.
  for (const one of [page, lee]) await one.evaluate(() => dispatchEvent(new Event('online')));
  await expect.poll(() => doneOf(page), { timeout: 70_000 }).toBe(5);
  await expect.poll(() => doneOf(lee), { timeout: 70_000 }).toBe(5);
  await said(page, /^2 people$/);
  await expect(page.getByText('The live room cannot be reached.')).toBeHidden();
});

test('three people tick items while the broker is killed, restarted and wiped: none lost, none wrong', async ({
  page,
  newPerson,
}) => {
  test.setTimeout(600_000);
  await open(page, many);
  const link = await goLive(page);
  const others = [await newPerson(), await newPerson()];
  for (const other of others) await join(other, link);
  const three = [page, ...others];
  for (const one of three) await said(one, /^3 people/);
  // With the broker, without it, with it again, and while it has forgotten everything.
  const tick = (from: number, count: number) =>
    Promise.all(three.map((one, n) => tickAll(one, n * ticks + from, count, 5)));
  const part = Math.ceil(ticks / 4);
  await tick(0, part);
  await broker.stop();
  await tick(part, part);
  await broker.start();
  await tick(2 * part, part);
  await broker.stop();
  await broker.start({ wiped: true });
  await tick(3 * part, ticks - 3 * part);
  for (const one of three) {
    await expect.poll(() => doneOf(one), { timeout: 120_000 }).toBe(3 * ticks);
    await said(one, /^3 people$/);
  }
  const states = await Promise.all(
    three.map((one) =>
      one.evaluate(() => {
        const key = Object.keys(localStorage).find((name) => name.includes('|run|')) ?? '';
        return JSON.parse(localStorage.getItem(key) ?? '{}')
          .entries.map((entry: unknown) => JSON.stringify(entry))
          .sort();
      }),
    ),
  );
  expect(states[0]).toHaveLength(3 * ticks);
  expect(states[1]).toEqual(states[0]);
  expect(states[2]).toEqual(states[0]);
});

test('two tabs, a tab that is left for another page and brought back, and the big screen', async ({
  page,
  context,
  newPerson,
}) => {
  await open(page, many);
  const link = await goLive(page);
  await said(page, '1 person');
  const tab = await context.newPage();
  await open(tab, many);
  await tab.getByRole('checkbox').first().check();
  // The other tab is not in the room: after a while this one speaks for it.
  const lee = await newPerson();
  await lee.goto(link.replace('?run', '?watch'));
  // At 400 % zoom the offer is scrolled.
  const { width = 0, height = 0 } = lee.viewportSize() ?? {};
  await lee.setViewportSize({ width: 320, height: 256 });
  await room(lee).getByRole('button', { name: 'Join' }).click();
  await lee.setViewportSize({ width, height });
  const screen = lee.getByRole('region', { name: 'Big screen' });
  await expect(screen).toContainText('1 of 900 done');
  await expect(screen).toContainText('Step number 2');
  await expect(screen).toContainText('2 people');
  await chooseFor(page, 'Step number 2', 'Failed');
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
  await expect(screen).toContainText('Failed: 1');
  // What is shown may be old by now: the screen says since when.
  await broker.stop();
  await expect(screen).toContainText(/Not connected since \d\d:\d\d\. What is shown may be old\./);
  await expect(screen).toContainText('Failed: 1');
  await broker.start();
  for (const one of [page, lee]) await one.evaluate(() => dispatchEvent(new Event('online')));
  await expect(screen).toContainText('2 people');
  await lee.reload();
  await expect(screen).toContainText('2 people');
  await screen.getByRole('button', { name: 'Back to the page' }).click();
  await expect(item(lee, 'Step number 1')).toBeChecked();

  await page.goto(pump);
  await said(lee, '1 person');
  await page.goBack();
  await said(lee, '2 people');
  await item(lee, 'Step number 5').check();
  await expect(item(page, 'Step number 5')).toBeChecked();
  // What a browser says that keeps a page whole while another is shown, and takes it up again: the room is left, and entered.
  const turn = (kind: 'pagehide' | 'pageshow') =>
    page.evaluate((name) => dispatchEvent(new PageTransitionEvent(name, { persisted: true })), kind);
  await turn('pagehide');
  await said(lee, '1 person');
  await item(lee, 'Step number 6').check();
  await turn('pageshow');
  await said(lee, '2 people');
  await expect(item(page, 'Step number 6')).toBeChecked();
  // A run that is deleted, or another one in its place, leaves the room.
  await chooseForRun(page, 'Delete run');
  await expect(status(page)).toHaveText('Run deleted. You have left the room.');
  await expect(run(page).getByText(/people/)).toBeHidden();
  await said(lee, '1 person');
});

test('a clock a day ahead is told, and what it made is left out; a flood stops the room, and ticks go on', async ({
  page,
  newPerson,
}) => {
  test.setTimeout(300_000);
  await open(page, pump);
  const link = await goLive(page);
  const ahead = await newPerson();
  await ahead.clock.install({ time: Date.now() + 25 * 3_600_000 });
  await join(ahead, link);
  await said(page, '2 people');
  await ahead.getByRole('checkbox').nth(1).check();
  await expect(page.getByText('Compare the clocks of the devices.')).toBeVisible();
  await expect(page.getByRole('checkbox').nth(1)).not.toBeChecked();
  // To a clock that is ahead, the others’ ticks are old, and good.
  await page.getByRole('checkbox').first().check();
  await expect(ahead.getByRole('checkbox').first()).toBeChecked();

  await floodRoom(broker, link, 'runbooks/refit-the-pump', 10_240);
  await expect(run(page).getByText(/^Room stopped/)).toBeVisible({ timeout: 60_000 });
  await expect(page.getByText('The live room is full and has stopped.')).toBeVisible({ timeout: 60_000 });
  await page.getByRole('checkbox').nth(2).check({ timeout: 60_000 });
  await page.reload();
  await expect(page.getByRole('checkbox').first()).toBeChecked();
  await expect(page.getByRole('checkbox').nth(2)).toBeChecked();
});

test('a link that was cut says so; one that a server has seen advises a new room; a site without rooms says so', async ({
  page,
  fixtures,
}) => {
  await open(page, many);
  const link = await goLive(page);
  // A page that came by http, from another machine, may not encrypt.
  await page.addInitScript(() => Object.defineProperty(window, 'isSecureContext', { value: false }));
  await page.goto(link);
  await expect(room(page)).toContainText('only where this site is opened with “https://”');
  await expect(room(page).getByRole('button', { name: 'Join' })).toHaveCount(0);
  await page.goto(link.slice(0, -3));
  await expect(page.getByRole('region', { name: 'Shared run' })).toContainText('cut off: 35 of 38 characters');
  await page.goto(link.slice(0, -3).replace('?run', '?watch'));
  await expect(page.getByRole('region', { name: 'Big screen' })).toContainText('cut off: 35 of 38 characters');
  await page.goto(link.replace('?run#', '%23'));
  await expect(room(page)).toContainText('ask for a new room');
  await page.goto(link.replace('many-items/?run#', 'gone/%23'));
  await expect(page.getByText('ask for a new room').first()).toBeVisible();
  await page.goto(link.replace('many-items/', 'gone/'));
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('There is no page here');
  await expect(page.getByText('ask for a new room')).toHaveCount(0);
  await page.goto(`${fixtures}runbooks/plain/?run#run=${link.split('#run=')[1] ?? ''}`);
  await expect(page.getByRole('region', { name: 'Shared run' })).toContainText('this site has no live rooms');
});
