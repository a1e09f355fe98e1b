import { expect, test } from 'vitest';
import { keys, type Entry } from '~/core/run/entry';
import { orderEntries, type Run } from '~/core/run/run';
import { modes } from '~/core/snapshot/seal';
import { decode, encode } from './links';

const page = { id: 'runbooks/release', items: ['backup', 'deploy'], fields: [] };
const entry = (key: string, value: string): Entry => ({ key, value, at: 29_000_000, seq: 0, by: 'AB' });
const run = (...entries: Entry[]): Run => ({
  id: '00c0ffee',
  page: page.id,
  start: 29_000_000,
  entries: orderEntries(entries),
});

test.each(modes)(
  '[SN12] answers to holds say after what and by which role, whatever holds the page has (mode %s)',
  (mode) => {
    const sent = run(entry(keys.hold('deploy', 'QA / Support'), 'no-go'), entry(keys.hold('deploy', 'QA'), 'go'));
    expect(decode(encode(sent, page, mode), page)).toEqual(sent);
  },
);

test.each(modes)('[SN12] the end of a run and keys of later versions travel on (mode %s)', (mode) => {
  const sent = run(
    entry(keys.end, 'done'),
    entry('assignee/deploy', 'KL'),
    entry('end/early', ''),
    entry('titles', 'x'),
  );
  expect(decode(encode(sent, page, mode), page)).toEqual(sent);
});

test.each(modes)('[SN12] marks and answers that there are not do not travel (mode %s)', (mode) => {
  const sent = run(
    entry(keys.mark('deploy'), 'half'),
    entry(keys.mark('gone'), ''),
    entry(keys.hold('a', 'b'), 'maybe'),
    entry(keys.mark('backup'), 'done'),
  );
  expect(decode(encode(sent, page, mode), page)).toEqual(run(entry(keys.mark('backup'), 'done')));
});

test('[SN12] ids that begin alike, also in the middle of a character, come back', () => {
  const ids = ['scale-up', 'scale-up-a', 'scale-up-b', '\ud83d\ude00', '\ud83d\ude01', '\ud83d\ude01x', ''];
  const sent = run(...ids.map((id) => entry(keys.mark(id), 'failed')));
  expect(decode(encode(sent, page, 'R'), page)).toEqual(sent);
});
