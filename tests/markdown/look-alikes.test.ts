import { describe, expect, it } from 'vitest';
import { findLookAlikes, repairLookAlikes } from '~/build/markdown/look-alikes';

const repair = (source: string): string => repairLookAlikes(source).source;

describe('repairing look-alikes', () => {
  it.each([
    ['- [] a', '- [ ] a'],
    ['- [  ] a', '- [ ] a'],
    ['1. []  a', '1. [ ] a'],
    ['-[ ] a', '- [ ] a'],
    ['*[x] a', '* [x] a'],
    [String.raw`* \[ \] a`, '* [ ] a'],
    [String.raw`  + \[x\] a`, '  + [x] a'],
    ['> - [] quoted', '> - [ ] quoted'],
    ['- [ x ] a', '- [x] a'],
    ['1. [X ] a', '1. [x] a'],
    ['> * [ x] quoted', '> * [x] quoted'],
    ['• [ ] pasted', '- [ ] pasted'],
    ['Before:\n  – [X] a dash that was a hyphen', 'Before:\n  - [X] a dash that was a hyphen'],
    ['・[ ] 確認', '- [ ] 確認'],
    ['-［ ］確認', '- [ ] 確認'],
    ['1. ［　］ 確認', '1. [ ] 確認'],
    ['* ［ｘ］確認', '* [x] 確認'],
  ])('%j becomes %j', (before, after) => {
    expect(repair(before)).toBe(after);
    expect(findLookAlikes(after)).toEqual([]);
  });

  it.each(['- [ ]', '- []', '[ ] a', '- ☐ a', '- [ ]a', '| [ ] yes | b |', '- [](https://example.com) a', '- [ ] a'])(
    '%j is left to its author',
    (source) => expect(repair(source)).toBe(source),
  );

  it.each([
    ...['- [✓] a', '* [✔️] a', '!!! note\n\n    - [ ] a', '=== "Linux"\n\n    First:\n\n\t1. [x] a'],
    ...['- ☑ a', '- ☒ a', '☐ a', '> □ 確認', '- 🔲 a', '- [ ]: a', '- [ ]🚀 a', '- [ ]（全角）', '- [x]「確認」'],
    ...[
      '- [ ] a\n  a) [ ] b',
      '(1) [ ] a',
      'iv. [x] a',
      '1.2 [ ] a',
      '2.1. [ ] a',
      '１．[ ] a',
      '1、 [ ] a',
      '** [ ] a',
      '① [ ] a',
    ],
  ])('%j is named, and left to its author', (source) => {
    expect(findLookAlikes(source)).toHaveLength(1);
    expect(repair(source)).toBe(source);
  });

  it.each([
    '- [a] b',
    '- [1] b',
    '- [-](c) b',
    '- [-] b',
    '- [!NOTE] b',
    '- [✓]: b',
    '    - [ ] b',
    '☐ = open, ☑ = done',
    '☑️ Set in the recommended configuration',
    '- [x], [y] and [z]',
    '- [x]: https://a.b',
    'Ask [ ] b',
    'etc. [x] b',
    '-     [ ] b',
  ])('%j looks like no item', (source) => expect(findLookAlikes(source)).toEqual([]));

  it.each([
    ['??? note "On call"\n\n    - [ ] Page the lead\n', ['it is code: take the blanks before it away']],
    ['!!! note\n    - [ ] Page the lead', ['the text above it takes it in: take the blanks before it away']],
    ['- [ ] a\n      - [ ] b', ['the text above it takes it in: put 2 blanks before it']],
    ['1. a\n\n\t\t- [ ] b', ['it is code: put 3 blanks before it']],
    [
      '- a\n\n      - [ ] b\n        - [ ] c',
      ['it is code: put 2 blanks before it', 'it is code: put 4 blanks before it'],
    ],
  ])('says of %j why a line that is indented far is none, and how far it should be', (source, said) => {
    const found = findLookAlikes(source);
    expect(found.map(({ message }) => message)).toEqual(
      said.map((part) => expect.stringContaining(`a line that is indented so far that ${part}. `) as string),
    );
    const lines = source.split('\n');
    for (const { line, message } of found) {
      const blanks = Number(/put (\d) blanks/.exec(message)?.[1] ?? 0);
      lines[line - 1] = ' '.repeat(blanks) + (lines[line - 1] ?? '').trimStart();
    }
    expect(findLookAlikes(lines.join('\n'))).toEqual([]);
  });

  it('leaves every other byte as it is: byte order mark, line endings, blanks, the missing last line break', () => {
    const source = '\uFEFF---\r\ntitle: x\r\n---\r\n\r\n- [] a  \r\n\t- [x] b\n-[ ] c';
    expect(repair(source)).toBe('\uFEFF---\r\ntitle: x\r\n---\r\n\r\n- [ ] a  \r\n\t- [x] b\n- [ ] c');
  });

  it('touches neither code nor comments nor front matter', () => {
    const source = [
      '---\ndescription: |\n  - [] a\n---\n',
      '```md\n- [] a\n```\n',
      '~~~~\n```\n- [] a\n~~~~\n',
      '    - [] a\n',
      '<!--\n- [] a\n-->\n',
      '- [ ] b\n\n  ```\n  - [] a\n  ```\n',
    ].join('\n');
    expect(repair(source)).toBe(source);
    expect(findLookAlikes(source)).toEqual([]);
  });

  it('changes nothing the second time', () => {
    const once = repair('- [] a\n-[x] b\n');
    expect(repair(once)).toBe(once);
  });
});
