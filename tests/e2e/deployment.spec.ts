import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { readTasks, version } from './read-tasks';
import {
  chooseFor,
  chooseForRun,
  download,
  item,
  mark,
  open,
  progress,
  receive,
  sayName,
  share,
  sharedRun,
} from './people';
import { expect, test } from './test';

/** An act of a person on an item, as it has to come out of every export. */
interface Done {
  mark: string;
  by: string;
  note?: string;
}

const tasks = readTasks();
const inPart = (part: string) => tasks.filter((task) => task.part === part).map(({ text }) => text);
const inSection = (section: string) => tasks.filter((task) => task.section === section).map(({ text }) => text);

const cdn = 'Configure the CDN (if applicable)';
const maintenance = 'Prepare the maintenance page (if applicable)';
const smoke = 'Run the smoke tests: all pass';
const trigger = 'Data integrity is in doubt';
const backup = 'Take a database backup now, and note its name';

const readDownload = async (page: Page, choice: string) => readFileSync(await download(page, choice), 'utf8');

test('a deployment: three people, by link, two not applicable, one failed, a rollback; the exports say all of it @phone', async ({
  page: ada,
  newPerson,
}) => {
  test.setTimeout(300_000);
  const started = Math.floor(Date.now() / 60_000);
  expect(tasks.filter(({ part }) => part !== 'Rollback plan')).toHaveLength(96);
  const did = new Map<string, Done>();
  const fields = new Map<string, string>();

  const tick = async (page: Page, by: string, texts: readonly string[]) => {
    for (const text of texts) {
      await item(page, text).check();
      did.set(text, { mark: 'done', by });
    }
  };
  const say = async (page: Page, by: string, text: string, choice: 'Not applicable' | 'Failed', note: string) => {
    await mark(page, text, choice, note);
    did.set(text, { mark: choice === 'Failed' ? 'failed' : 'skipped', by, note });
  };
  const fill = async (page: Page, label: string, value: string) => {
    await page.getByRole('textbox', { name: label, exact: true }).fill(value);
    await page.getByRole('textbox', { name: label, exact: true }).blur();
    fields.set(label, value);
  };
  const without = (texts: readonly string[], ...left: string[]) => texts.filter((text) => !left.includes(text));

  // Ada prepares.
  await open(ada);
  await sayName(ada, 'Ada');
  await chooseForRun(ada, 'Rename');
  await ada.getByRole('dialog').getByRole('textbox').fill('Release 1.0, Monday night');
  await ada.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
  await fill(ada, 'Version', version);
  await fill(ada, 'Deployment Lead, Name', 'Ada Lovelace');
  await fill(ada, 'Deployment Lead, Contact', '+49 30 1234 | "desk"');
  await tick(ada, 'Ada', without(inPart('Pre-deployment preparation'), cdn));
  await say(ada, 'Ada', cdn, 'Not applicable', 'No CDN in the first release');
  await tick(ada, 'Ada', without(inSection('Before you start'), maintenance));
  await say(ada, 'Ada', maintenance, 'Not applicable', '');
  await chooseFor(ada, backup, 'Note');
  await ada.getByRole('dialog').getByRole('textbox').fill('pg-2026-11-23.dump *[x] `ok`*');
  await ada.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
  did.set(backup, { mark: 'done', by: 'Ada', note: 'pg-2026-11-23.dump *[x] `ok`*' });
  const before = ada.getByRole('region', { name: 'Go / no-go: Before you start' });
  for (const role of ['Deployment Lead', 'Database Administrator', 'System Administrator']) {
    await before.getByRole('button', { name: `Go: ${role}`, exact: true }).click();
  }

  // Grace takes over by link, and deploys; the smoke tests fail.
  const grace = await newPerson();
  await open(grace);
  await sayName(grace, 'Grace');
  await receive(grace, await share(ada), 'Keep as a separate run');
  await tick(grace, 'Grace', without(inSection('Deployment steps'), smoke));
  await say(grace, 'Grace', smoke, 'Failed', '2 of 14 fail: login, upload');

  // Margaret takes over, while Grace goes on; both sides come together later.
  const margaret = await newPerson();
  await open(margaret);
  await sayName(margaret, 'Margaret');
  await receive(margaret, await share(grace), 'Keep as a separate run');
  await tick(margaret, 'Margaret', inPart('Post-deployment tasks'));
  await tick(margaret, 'Margaret', inPart('Production support'));
  await tick(grace, 'Grace', inSection('Post-deployment verification'));
  await receive(margaret, await share(grace), 'Merge into my run');

  // Data is in doubt: they roll back.
  await tick(margaret, 'Margaret', [trigger]);
  await expect(margaret.getByRole('region', { name: 'Run', exact: true })).toContainText('Rollback plan is on');
  const banner = margaret.locator('.alarm-banner');
  const deployed = without(inSection('Deployment steps'), smoke);
  await expect(banner.getByRole('listitem')).toHaveCount(deployed.length);
  for (const text of deployed) await expect(banner).toContainText(text);
  await expect(banner).not.toContainText(smoke);
  await tick(margaret, 'Margaret', inSection('Rollback steps'));

  // Ada gets it back, and ends the run.
  await receive(ada, await share(margaret), 'Merge into my run');
  await expect(progress(ada)).toHaveAttribute('aria-valuetext', '8 of 8 done');
  await chooseForRun(ada, 'End run');
  const ending = ada.getByRole('dialog', { name: 'End run' });
  await expect(ending).toContainText('Complete with 1 failed.');
  await ending.getByRole('button', { name: 'End run' }).click();

  expect([...did.values()].filter((one) => one.mark === 'skipped')).toHaveLength(2);
  expect(did.size).toBe(96 + 8 + 1);

  const json = JSON.parse(await readDownload(ada, 'Download JSON')) as {
    texts: Record<string, string>;
    entries: [key: string, value: string, at: number, seq: number, by: string][];
  };
  const state = new Map(json.entries.map(([key, value, , , by]) => [key, { value, by }]));
  const ofKind = (kind: string) =>
    [...state].flatMap(([key, { value, by }]) =>
      key.startsWith(`${kind}/`) && value !== ''
        ? [[json.texts[key.slice(kind.length + 1)] ?? key, value, by] as const]
        : [],
    );
  const sorted = (rows: Iterable<readonly string[]>) => [...rows].map((row) => row.join(' | ')).toSorted();
  const done = [...did];
  expect(sorted(ofKind('mark'))).toEqual(sorted(done.map(([text, one]) => [text, one.mark, one.by])));
  expect(sorted(ofKind('note'))).toEqual(
    sorted(done.filter(([, { note }]) => note).map(([text, { note = '', by }]) => [text, note, by])),
  );
  expect(sorted(ofKind('field'))).toEqual(sorted([...fields].map(([label, value]) => [label, value, 'Ada'])));
  expect(ofKind('hold').map(([, value, by]) => `${value} ${by}`)).toEqual(['go Ada', 'go Ada', 'go Ada']);
  const ended = Math.floor(Date.now() / 60_000);
  for (const [key, , at] of json.entries) {
    expect(at, key).toBeGreaterThanOrEqual(started);
    expect(at, key).toBeLessThanOrEqual(ended);
  }
  expect(state.get('title')?.value).toBe('Release 1.0, Monday night');
  expect(state.get('end')?.value).toBe('ended');

  // The Markdown says the same, line by line, as people read it on GitHub.
  const exported = await readDownload(ada, 'Download Markdown');
  const [markdown = '', log = ''] = exported.split('\n## Log');
  expect(log.match(/^- \d{4}-\d\d-\d\d \d\d:\d\d UTC/gm)).toHaveLength(json.entries.length);
  const plain = markdown.replace(/\\(?=[^\w\s])/g, '');
  const lines = plain.split('\n').filter((line) => /^ *(?:[-*]|\d+[.)]) \[[ x]\] /.test(line));
  const lineOf = (text: string) => lines.filter((line) => line.replaceAll('~~', '').includes(`${text} ·`));
  for (const [text, { mark: marked, by }] of done) {
    const sign = { done: '[x] ', skipped: '[ ] ~~', failed: '[ ] ✗ **Failed:** ' }[marked] ?? '?';
    expect(lineOf(text), text).toHaveLength(1);
    expect(lineOf(text)[0]?.toLowerCase()).toContain(`${sign}${text}`.toLowerCase());
    expect(lineOf(text)[0]).toContain(by);
  }
  expect(lines.filter((line) => line.includes('[x]') && line.includes(' · '))).toHaveLength(
    done.filter(([, one]) => one.mark === 'done').length,
  );
  for (const { note = '' } of did.values()) expect(plain).toContain(note);
  for (const [label, value] of fields) expect(plain).toContain(`${label}: ${value}`);
  expect(plain).toContain('Release 1.0, Monday night');
  expect(plain).toContain(
    '**Progress:** 8 of 8 done (Rollback plan) · outside of it: 93 of 94 done, 2 not applicable, 1 failed',
  );
  expect(plain).toMatch(/- \*\*Ended\*\*.*Ada/);
  expect(plain).toMatch(/⚠ \*\*Rollback plan is on\*\* \(8 of 8 done\): Data integrity is in doubt.*Margaret/);
  expect(plain).toContain('- Go / no-go after Before you start: **Go**');
  expect(plain).toMatch(/ {2}- Database Administrator: Go.*Ada/);

  // Read in elsewhere, either file is the same run.
  for (const text of [exported, JSON.stringify(json)]) {
    const other = await newPerson();
    await open(other);
    await chooseForRun(other, 'Import');
    const dialog = other.getByRole('dialog', { name: 'Import' });
    await dialog.getByRole('textbox', { name: 'or its text' }).fill(text);
    await dialog.getByRole('button', { name: 'Import' }).click();
    await sharedRun(other).getByRole('button', { name: 'Continue this run' }).click();
    const again = JSON.parse(await readDownload(other, 'Download JSON')) as typeof json;
    expect(again.entries).toEqual(json.entries);
  }
});
