import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createCompiler } from '~/build/check/check';

let root: string;
beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'runsheet-'));
  mkdirSync(path.join(root, 'runbooks'));
});
afterEach(() => rmSync(root, { recursive: true }));

/** The ids of a page's fields by their labels. */
function fieldsOf(rows: readonly string[]): Map<string, string> {
  const file = path.join(root, 'runbooks', 'gate.md');
  writeFileSync(file, ['# Gate', '', ...rows, ''].join('\n'));
  const { page } = createCompiler({ root, contentDir: '.', base: '/' })(file).data;
  return new Map(page.fields.map(({ label, id }) => [label, id]));
}

const gates = ['Freeze', 'Scan', 'Sign off'];

it.each([
  ['a box first', '| | Gate |', (gate: string) => `| ☐ | ${gate} |`],
  ['a box in brackets first', '| ☐ | Gate |', (gate: string) => `| [ ] | ${gate} |`],
  ['a line to write on first', '| Who | Gate |', (gate: string) => `| ____ | ${gate} |`],
  ['a choice first', '| Went | Gate |', (gate: string) => `| ☐ well ☐ badly | ${gate} |`],
  ['their numbers first', '| # | Gate | Status |', (gate: string, i: number) => `| ${i + 1} | ${gate} | ☐ |`],
  ['numbers with a point first', '| # | Gate | Status |', (gate: string, i: number) => `| ${i + 1}. | ${gate} | ☐ |`],
])('[FD1] a row that is put among others takes over nothing of theirs: rows with %s', (_, head, write) => {
  const line = head.replace(/[^|]+/g, ' --- ');
  const before = fieldsOf([head, line, ...gates.map(write)]);
  const after = fieldsOf([head, line, ...['New', ...gates].map(write)]);
  for (const gate of gates) {
    const named = [...before].filter(([label]) => label.includes(gate));
    expect(named).toHaveLength(1);
    for (const [label, id] of named) expect(after.get(label)).toBe(id);
  }
});

it('[FD1] a number that says something, or stands alone, names its row', () => {
  const labels = (...rows: string[]) => [
    ...fieldsOf(['| Port | State | Seen |', '| --- | --- | --- |', ...rows]).keys(),
  ];
  expect(labels('| 80 | open | ☐ |', '| 443 | open | ☐ |')).toEqual(['80, Seen', '443, Seen']);
  expect(labels('| 1 | [State] | ☐ |', '| 2 | [State] | ☐ |')).toEqual(['1, State', '1, Seen', '2, State', '2, Seen']);
});
