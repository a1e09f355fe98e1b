import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readStructure } from '~/core/page/structure';
import { readRecord } from '~/core/run/record';
import { followEntry, keys } from '~/core/run/entry';
import { addEntries, mergeRuns, stateOf, type Run } from '~/core/run/run';
import { readMarkdown } from '~/core/exchange/read-markdown';
import { writeMarkdown } from '~/core/exchange/write-markdown';
import { writeJson } from '~/core/exchange/write-json';
import { decodeSnapshot, readEnvelope } from '~/core/snapshot/decode';
import { encodeSnapshot } from '~/core/snapshot/encode';
import { snapshotPageOf } from '~/core/snapshot/snapshot-page';
import { cleanLine, cleanText } from '~/core/text';
import { fillAddress } from '~/core/values/fill-address';
import { fillStructure, makeFiller } from '~/core/values/fill-structure';
import { compilePattern, fitsPattern } from '~/core/values/pattern';
import { fillText, isValueName, readParts } from '~/core/values/placeholder';
import { readValues, writeValues } from '~/core/values/read-values';
import { showValue } from '~/core/values/show-value';
import { saidOf, valueField } from '~/core/values/value';
import { makeItem, makePage } from '../arbitraries';
import { importer, words } from '../exchange/pages';
import { forAll } from '../law';
import { hostileValues } from './hostile-values';

const host = { name: 'host', label: 'Production host', example: '', pattern: '' };
const version = { name: 'version', label: 'Version', example: 'v1.4.2', pattern: String.raw`v\d+\.\d+\.\d+` };
const page = makePage({
  items: [makeItem('deploy', { text: 'Deploy {{version}} to {{ host }}, not {{unknown}}' })],
  fields: [host, version].map(({ name, label }) => ({
    ...{ id: valueField(name), label, kind: 'text' as const, section: '', options: [] },
  })),
  values: [version, host],
});
const structure = readStructure(page);
const empty: Run = { id: '00c0ffee', page: page.id, start: 29_000_000, entries: [] };
const fillIn = (run: Run, name: string, value: string, at = 29_000_001): Run => {
  const key = keys.field(valueField(name));
  return addEntries(run, [followEntry(stateOf(run).get(key), { key, value, by: 'KL' }, at)]);
};
const name = fc.stringMatching(/^[a-z][a-z0-9_-]{0,8}$/);
const codeOf = (run: Run): string =>
  fillText(
    'ssh {{host}} deploy {{version}}',
    new Map([host, version].map((value) => [value.name, value])),
    (value) => showValue(value, saidOf(stateOf(run), value.name), true).text,
  );

describe('a value that nobody has filled in', () => {
  it('[VA2] is shown by its example, else as a blank with its label; in code by its placeholder', () => {
    const shown = [version, host].map((value) => [showValue(value, '', false), showValue(value, '', true)]);
    expect(shown).toEqual([
      [
        { text: 'v1.4.2', state: 'example' },
        { text: 'v1.4.2', state: 'example' },
      ],
      [
        { text: '[Production host]', state: 'example' },
        { text: '{{host}}', state: 'example' },
      ],
    ]);
  });

  it('[VA2] is kept as the field “value.<name>” once it is', () => {
    const run = fillIn(empty, 'version', 'v1.5.0');
    expect(run.entries.map(({ key }) => key)).toEqual(['field/value.version']);
    expect(saidOf(stateOf(run), 'version')).toBe('v1.5.0');
  });
});

describe('placeholders', () => {
  it('[VA1] names of declared values are found with blanks around them, twice, and side by side', () => {
    const declared = (one: string) => one === 'a' || one === 'größe_2';
    expect(readParts('{{a}}{{ a }} {{größe_2}}', declared)).toEqual([
      { name: 'a' },
      { name: 'a' },
      ' ',
      { name: 'größe_2' },
    ]);
    expect(readParts('{{b}} ${{ x.y }} {{ }} {{a b}} {a} {{constructor}}', declared)).toEqual([
      '{{b}} ${{ x.y }} {{ }} {{a b}} {a} {{constructor}}',
    ]);
    expect(readParts('{{{a}}}', declared)).toEqual(['{', { name: 'a' }, '}']);
  });

  it('[VA1] no text is lost, whatever stands in it', () => {
    forAll([fc.string({ unit: fc.constantFrom('{', '}', '{{', '}}', 'a', ' ', '-', '\n') })], (text) => {
      const parts = readParts(text, (one) => isValueName(one));
      const joined = parts.map((part) => (typeof part === 'string' ? part : `{{${part.name}}}`)).join('');
      expect(joined.replaceAll(' ', '')).toBe(text.replace(/\{\{[ ]*(a[a-]*)[ ]*\}\}/g, '{{$1}}').replaceAll(' ', ''));
      expect(readParts(text, () => false).join('')).toBe(text);
    });
  });

  it('[VA6] values travel in an attribute, and what is none is left out', () => {
    forAll(
      [fc.array(fc.record({ name, label: fc.string(), example: fc.string(), pattern: fc.string() }))],
      (values) => {
        const named = values.map((value) => ({ ...value, label: value.label || value.name }));
        expect(readValues(writeValues(named))).toEqual(named);
      },
    );
    for (const text of ['', '{', 'null', '[1]', '[["1x"]]', '[[null]]', '{"a":1}'])
      expect(readValues(text)).toEqual([]);
  });
});

describe('what may go into code', () => {
  it('[VA3] names, versions, addresses and paths do', () => {
    for (const value of [
      'v1.4.2',
      'db-1.example.com:5432',
      'deploy@web_1',
      '/srv/app',
      'a=b,c',
      '2026-11-26T03:00',
      'x%20y',
      'C+1',
    ])
      expect(fitsPattern(value, ''), value).toBe(true);
  });

  it('[VA3] letters, digits and ._:/@%+=,- alone get into code by default, and no dash first', () => {
    forAll([fc.string({ unit: 'binary' })], (value) => {
      expect(fitsPattern(value, '')).toBe(/^[a-zA-Z0-9._:/@%+=,-]{1,200}$/.test(value) && !value.startsWith('-'));
    });
  });

  it('[VA3] an author’s pattern holds for the whole value, and never lets in what nobody sees', () => {
    expect(fitsPattern('v1.4.2', version.pattern)).toBe(true);
    for (const value of ['v1.4.2\n', 'v1.4.2 --force', 'xv1.4.2', '\nv1.4.2'])
      expect(fitsPattern(value, version.pattern)).toBe(false);
    expect(fitsPattern('b; id', 'a|b')).toBe(false);
    for (const value of ['a\nb', 'a\u202eb', 'a\u200bb', 'a\u2028b', 'a\u0000b'])
      expect(fitsPattern(value, '[^]*')).toBe(false);
  });

  it('[VA3] a pattern that is none lets nothing in', () => {
    for (const pattern of ['[', 'a)|(?:b', '(?', '*', '\\']) {
      expect(compilePattern(pattern), pattern).toBeUndefined();
      expect(fitsPattern('a', pattern), pattern).toBe(false);
    }
  });

  it('has at least 60 hostile values', () => expect(new Set(hostileValues).size).toBeGreaterThanOrEqual(60));

  it.each(hostileValues.map((value) => [JSON.stringify(value), value]))(
    '[VA3] %s comes into no command',
    (_, value) => {
      const command = 'ssh {{host}} deploy {{version}}';
      const typed = cleanLine(value);
      const ways: [string, Run][] = [
        ['typed', typed === '' ? empty : fillIn(empty, 'host', typed)],
        ['as it came', fillIn(empty, 'host', value)],
        ['merged', mergeRuns(empty, fillIn(empty, 'host', value))],
      ];
      const link = encodeSnapshot(fillIn(empty, 'host', cleanText(value)), snapshotPageOf(page), { mode: 'R' });
      const opened = link.ok ? readEnvelope(`#run=${link.value}`) : undefined;
      const decoded = opened?.ok ? decodeSnapshot(opened.value, snapshotPageOf(page)) : undefined;
      if (decoded?.ok) ways.push(['by link', decoded.value]);
      const json = readRecord(JSON.parse(writeJson(structure, fillIn(empty, 'host', value))));
      if (json.ok) ways.push(['by JSON', json.value.run]);
      for (const [way, run] of ways) {
        const said = saidOf(stateOf(run), 'host');
        // The rest of a value that was cleaned may be harmless: then it is what it looks like.
        if (said !== value && fitsPattern(said, '')) expect(said).toMatch(/^[\w.:/@%+=,][\w.:/@%+=,-]*$/);
        else expect(codeOf(run), way).toBe(command.replace('{{version}}', 'v1.4.2'));
      }
      expect(showValue(version, value, true).text).toBe('{{version}}');
    },
  );
});

describe('links', () => {
  const fill = (template: string, value: string) =>
    fillAddress(
      template,
      (one) => one === 'x',
      () => value,
    );

  it('[VA4] a value in an address leads where the author wrote', () => {
    expect(fill('https://t.example/{{x}}', 'OPS-1')).toBe('https://t.example/OPS-1');
    expect(fill('https://{{x}}/health', 'web-1.example:8080')).toBe('https://web-1.example:8080/health');
    expect(fill('https://t.example/?q={{x}}', 'a/b=c,d@e%41')).toBe('https://t.example/?q=a/b=c,d%40e%2541');
    expect(fill('{{x}}', 'https://status.example/1')).toBe('https://status.example/1');
    expect(fill('https://t.example/{{x}}', '')).toBeUndefined();
  });

  it('[VA4] and never to another host, nor runs anything', () => {
    expect(fill('https://{{x}}.example/', 'evil.test/')).toBeUndefined();
    expect(fill('https://{{x}}/', 'good.example@evil.test')).toBeUndefined();
    expect(fill('https://good.example{{x}}/', '@evil.test')).toBeUndefined();
    expect(fill('{{x}}', 'javascript:alert')).toBe('javascript%3Aalert');
    expect(fill('javascript:{{x}}', 'alert')).toBeUndefined();
    forAll([fc.string()], (value) => {
      const address = fill('https://good.example/{{x}}', value);
      if (address !== undefined) expect(new URL(address).host).toBe('good.example');
    });
  });
});

describe('texts', () => {
  it('[VA5] items are told with the values of the run, and with blanks for those that are missing', () => {
    const run = fillIn(empty, 'version', 'v2.0.0');
    const filled = fillStructure(structure, stateOf(run));
    expect(filled.items.get('deploy')?.text).toBe('Deploy v2.0.0 to [Production host], not {{unknown}}');
    expect(filled.leaves[0]?.text).toBe(filled.items.get('deploy')?.text);
    expect(filled.unfilled).toBe(structure);
  });

  it('[VA5] the structure changes with the values alone', () => {
    const fill = makeFiller([version, host]);
    const run = fillIn(empty, 'version', 'v2.0.0');
    const ticked = addEntries(run, [{ key: keys.mark('deploy'), value: 'done', at: 29_000_002, seq: 0, by: '' }]);
    expect(fill(structure, stateOf(ticked))).toBe(fill(structure, stateOf(run)));
    expect(fill(structure, stateOf(fillIn(run, 'host', 'a')))).not.toBe(fill(structure, stateOf(run)));
    expect(makeFiller([])(structure, stateOf(run))).toBe(structure);
  });

  it('[VA5] an export tells the values, who changed them and from what, and is read back exactly', () => {
    const run = fillIn(fillIn(empty, 'version', 'v2.0.0'), 'version', 'v2.0.1', 29_000_009);
    const text = writeMarkdown(structure, run, words);
    expect(text).toContain('- [ ] Deploy v2.0.1 to \\[Production host\\], not {{unknown}}');
    expect(text).toContain('- Version: v2.0.1');
    expect(text).toMatch(/KL · Version \(before: v2\.0\.0\) · v2\.0\.1 ·/);
    const read = readMarkdown(text, structure, importer());
    expect(read.ok && read.value.run).toEqual(run);
  });
});
