// @vitest-environment happy-dom
import { beforeEach, expect, test, vi } from 'vitest';
import { readMarkdown } from '~/core/exchange/read-markdown';
import { writeJson } from '~/core/exchange/write-json';
import { writeMarkdown } from '~/core/exchange/write-markdown';
import { readStructure } from '~/core/page/structure';
import { keys } from '~/core/run/entry';
import { parseRecord } from '~/core/run/record';
import type { Run } from '~/core/run/run';
import { valueField } from '~/core/values/value';
import { importer, words } from '../core/exchange/pages';
import { makeItem, makePage } from '../core/arbitraries';
import { hostileStrings } from '../hostile/strings';
import { makeStorage } from '../stores/fake-storage';

/* Values come by typing, or from elsewhere: by file, link or room. What came from elsewhere is a claim until somebody has looked at it. */

const values = [{ name: 'host', label: 'Host', example: 'db-1', pattern: '' }];
const fieldId = valueField('host');
const page = makePage({
  items: [makeItem('ping')],
  fields: [{ id: fieldId, label: 'Host', kind: 'text', section: '', options: [] }],
  values,
});
const structure = readStructure(page);

/** A run in which somebody else has said the host. */
const runOf = (value: string): Run => ({
  id: '00c0ffee',
  page: page.id,
  start: 29_000_000,
  entries: [{ key: `field/${fieldId}`, value, at: 29_000_000, seq: 0, by: 'Mallory' }],
});

/** The run as it is read from a file. */
function fromJson(run: Run): Run {
  const read = parseRecord(writeJson(structure, run));
  if (!read.ok) throw new Error(read.reason);
  return read.value.run;
}

function fromMarkdown(run: Run): Run {
  const read = readMarkdown(writeMarkdown(structure, run, words), structure, importer());
  if (!read.ok) throw new Error(read.reason);
  return read.value.run;
}

/** `before`: what happens between the coming of the sheet and that of the values' script. */
async function open(before?: (store: typeof import('~/stores/enter')) => void) {
  vi.resetModules();
  document.body.innerHTML = `<section id="ui:values" class="values" data-words="unfit {values}|claimed {values}|Looked" data-claimed="Not looked at yet: {values}">
    <label>Host<input data-field="${fieldId}" placeholder="db-1"></label></section>
    <pre><code>ssh <span data-value="host"></span></code></pre>`;
  const [run, enter, acts, room, list, start] = await Promise.all([
    import('~/stores/run'),
    import('~/stores/enter'),
    import('~/stores/acts'),
    import('~/stores/room'),
    import('~/stores/run-list'),
    import('~/client/values/start-values'),
  ]);
  run.openPage(page);
  before?.(enter);
  start.startValues();
  return { ...run, ...acts, ...room, ...list };
}

const code = () => document.querySelector('code')?.textContent;
const claim = () => document.querySelector('pre')?.dataset.claim;

beforeEach(() => {
  vi.stubGlobal(
    'localStorage',
    makeStorage(() => Infinity),
  );
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')));
});

type Stores = Awaited<ReturnType<typeof open>>;

const ways: [name: string, bring: (stores: Stores, run: Run) => void][] = [
  ['a JSON file, merged', ({ takeIn }, run) => void takeIn(fromJson(run))],
  ['a JSON file, kept apart', ({ keepSeparate }, run) => void keepSeparate(fromJson(run))],
  ['a Markdown file', ({ takeIn }, run) => void takeIn(fromMarkdown(run))],
  [
    'an import on /runs/',
    ({ takeRuns, planFor, chooseRun }, run) => {
      takeRuns(planFor([fromJson(run)]));
      chooseRun(fromJson(run));
    },
  ],
  ['a room', ({ openRoomRun, takeFromRoom }, run) => void (openRoomRun(run.id), takeFromRoom(run))],
];

test.each(ways)(
  'a value that comes by %s is a claim, however the page comes back, until it was looked at',
  async (_, bring) => {
    bring(await open(), runOf('db-9.example'));
    expect([code(), claim()]).toEqual(['ssh db-9.example', 'Not looked at yet: Host']);
    await open();
    expect([code(), claim()]).toEqual(['ssh db-9.example', 'Not looked at yet: Host']);
    document.querySelector<HTMLElement>('.values-note button')?.click();
    expect([code(), claim()]).toEqual(['ssh db-9.example', undefined]);
    await open();
    expect(claim()).toBeUndefined();
  },
);

test('a value that is typed before its script is there is nobody’s claim', async () => {
  await open(({ enterText }) => void enterText(keys.field(fieldId), 'db-2.example'));
  expect([code(), claim()]).toEqual(['ssh db-2.example', undefined]);
  await open();
  expect(claim()).toBeUndefined();
});

test.each(ways)('no hostile value that comes by %s gets into a command', async (_, bring) => {
  for (const text of hostileStrings.filter((one) => /[^\w.:/@%+=,-]/.test(one)).filter((_one, i) => i % 30 === 0)) {
    vi.stubGlobal(
      'localStorage',
      makeStorage(() => Infinity),
    );
    bring(await open(), runOf(text));
    expect(code(), text).toBe('ssh {{host}}');
    expect(document.querySelector('code')?.children, text).toHaveLength(1);
  }
});
