import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readArchive, writeArchive } from '~/core/exchange/archive';
import { writeJson } from '~/core/exchange/write-json';
import type { Run } from '~/core/run/run';
import { run } from '../arbitraries';
import { forAll } from '../law';
import { pageAndRun } from './pages';

const bare: Run = { id: '00c0ffee', page: 'runbooks/release', start: 1, entries: [] };

describe('an archive', () => {
  test('[EX11] gives back every run that was put into it', () => {
    forAll([fc.array(run, { maxLength: 4 })], (runs) => {
      expect(readArchive(writeArchive(runs))).toEqual({ ok: true, value: { runs, refused: [], leftOut: 0 } });
    });
  });

  test('[EX11] may be the file of a single run', () => {
    forAll([pageAndRun], ([structure, single]) => {
      expect(readArchive(writeJson(structure, single))).toEqual({
        ok: true,
        value: { runs: [single], refused: [], leftOut: 0 },
      });
    });
  });

  test('[EX11] loses no run over a damaged one, and says which that is', () => {
    const text = writeArchive([bare, { ...bare, id: 'facade00' }]).replace('"facade00"', '"none"');
    expect(readArchive(text)).toEqual({
      ok: true,
      value: { runs: [bare], refused: [{ place: 2, reason: 'not-a-run' }], leftOut: 0 },
    });
  });

  test('is an entry a line', () => {
    const entries = [
      { key: 'mark/ping', value: 'done', at: 2, seq: 0, by: 'AB' },
      { key: 'mark/pong', value: 'failed', at: 3, seq: 0, by: 'KL' },
    ];
    expect(writeArchive([{ ...bare, entries }])).toMatchInlineSnapshot(`
      "{
        "archive": 1,
        "runs": [
          {"format":1,"id":"00c0ffee","page":"runbooks/release","start":1,"entries":[
            ["mark/ping","done",2,0,"AB"],
            ["mark/pong","failed",3,0,"KL"]]}
        ]
      }
      "
    `);
  });

  test.each([
    ['', 'not-json'],
    ['{', 'not-json'],
    ['null', 'not-a-run'],
    ['{}', 'not-a-run'],
    ['{"archive":1}', 'not-a-run'],
    ['{"archive":2,"runs":[]}', 'newer'],
    ['{"format":2}', 'newer'],
    [' '.repeat(16_000_001), 'too-long'],
  ])('is refused for a reason: %.20s', (text, reason) => {
    expect(readArchive(text)).toEqual({ ok: false, reason });
  });
});
