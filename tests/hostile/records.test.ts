import { describe, expect, test } from 'vitest';
import { readStructure } from '~/core/page/structure';
import { keys, type Entry } from '~/core/run/entry';
import { orderEntries, stateOf, type Run } from '~/core/run/run';
import { parseRecord, writeRecord } from '~/core/run/record';
import { viewRun } from '~/core/run/view';
import { escapeText, readEscaped } from '~/core/exchange/escape';
import { readMarkdown } from '~/core/exchange/read-markdown';
import { writeJson } from '~/core/exchange/write-json';
import { writeMarkdown } from '~/core/exchange/write-markdown';
import { decodeSnapshot, readEnvelope } from '~/core/snapshot/decode';
import { encodeSnapshot } from '~/core/snapshot/encode';
import { modes } from '~/core/snapshot/seal';
import { snapshotPageOf } from '~/core/snapshot/snapshot-page';
import { cleanLines, cleanText } from '~/core/text';
import { readQuery } from '~/core/search/query';
import { stopWordsOf } from '~/core/search/stop-words';
import { thesaurusFor } from '~/core/search/synonyms';
import { makeItem, makePage } from '../core/arbitraries';
import { importer, words } from '../core/exchange/pages';
import { expectLinear } from './work';
import { hostileStrings } from './strings';

const at = 29_700_000;
const structure = readStructure(
  makePage({
    items: [makeItem('ping', { text: 'Ping' }), makeItem('constructor', { text: 'constructor' })],
    fields: [{ id: 'lead', label: 'Lead, Name', kind: 'text', section: '', options: [] }],
  }),
);

/** A run that says a text wherever a run may: as its title, a name, a note, a field's value, the end, and as the ids of what is gone. */
function runOf(text: string): Run {
  const entry = (key: string, value: string, i: number): Entry => ({ key, value, at: at + i, seq: 0, by: text });
  const all = [
    entry(keys.title, text, 0),
    entry(keys.mark('ping'), 'failed', 1),
    entry(keys.note('ping'), text, 2),
    entry(keys.field('lead'), text, 3),
    entry(keys.mark(text), 'done', 4),
    entry(keys.note('__proto__'), text, 5),
    entry(keys.hold(text, text), 'go', 6),
  ];
  return { id: '00c0ffee', page: structure.page.id, start: at, entries: orderEntries(all) };
}

const isUnspoilt = () => {
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  expect(Object.keys(Object.prototype)).toEqual([]);
};

/** Every text's outcome is compared, and a failure names the text. */
const forEach = (check: (text: string, name: string) => void) => {
  for (const text of hostileStrings) check(text, JSON.stringify(text).slice(0, 90));
  isUnspoilt();
};

describe('each of the hostile strings', () => {
  test('[RC1] [EX3] stays the same text in what is kept, and through files', () =>
    forEach((text, name) => {
      const run = runOf(text);
      expect(parseRecord(JSON.stringify(writeRecord(run))), name).toMatchObject({ ok: true, value: { run } });
      expect(parseRecord(writeJson(structure, run)), name).toMatchObject({ ok: true, value: { run } });
      const read = readMarkdown(writeMarkdown(structure, run, words), structure, importer());
      expect(read, name).toMatchObject({ ok: true, value: { run, leftOut: [], missing: 0 } });
      expect(viewRun(structure, run).counted.total, name).toBe(2);
    }));

  test('[SN7] travels in a link as a clean text, or is too long for one', () =>
    forEach((text, name) => {
      const page = snapshotPageOf(structure.page);
      for (const mode of modes) {
        const encoded = encodeSnapshot(runOf(text), page, { mode });
        if (!encoded.ok) {
          expect(new TextEncoder().encode(text).length, name).toBeGreaterThan(80);
          continue;
        }
        const opened = readEnvelope(`#run=${encoded.value}`);
        const decoded = opened.ok ? decodeSnapshot(opened.value, page) : opened;
        const state = decoded.ok ? stateOf(decoded.value) : undefined;
        const clean = cleanText(text);
        expect(state?.get(keys.note('ping')), name).toMatchObject({ value: clean, by: clean });
        expect(state?.get(keys.field('lead'))?.value, name).toBe(clean);
      }
    }));

  test('[RC1] [SN3] is refused where a file or a link is expected', () =>
    forEach((text, name) => {
      expect(parseRecord(text).ok, name).toBe(false);
      expect(readEnvelope(text).ok, name).toBe(false);
      const read = readMarkdown(text, structure, importer());
      if (read.ok)
        expect(
          read.value.run.entries.every(({ key }) => key === keys.mark('ping')),
          name,
        ).toBe(true);
    }));

  test('can be searched for', () =>
    forEach((text, name) => {
      expect(Array.isArray(readQuery(text, reading)), name).toBe(true);
    }));
});

const reading = { stopWords: stopWordsOf(['en']), synonyms: thesaurusFor(['en'], []) };

/** Everything that reads a text that somebody else has written. */
const ways: Record<string, (text: string) => unknown> = {
  'into an export': escapeText,
  'out of an export': readEscaped,
  'as a note': cleanLines,
  // A question is short; reading one looks at each word in several ways.
  'as a search': (text) => readQuery(text.slice(0, text.length / 8), reading),
  'as Markdown': (text) => readMarkdown(`- [x] Ping\n\n${text}`, structure, importer()),
  'as a task of Markdown': (text) => readMarkdown(`- [x] ${text.replace(/\s/g, ' ')}`, structure, importer()),
  'as JSON': parseRecord,
};

test.each(Object.keys(ways))('a hostile text takes work that grows with its length alone, %s', (way) =>
  forEach((text, name) => {
    const times = Math.ceil(24_000 / Math.max(1, text.length));
    expectLinear((length) => ways[way]?.(text.repeat(times).slice(0, length)), 3000, name);
  }),
);
