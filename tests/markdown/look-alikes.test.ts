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
  ])('%j becomes %j', (before, after) => {
    expect(repair(before)).toBe(after);
    expect(findLookAlikes(after)).toEqual([]);
  });

  it.each(['- [ ]', '- []', '[ ] a', '- ☐ a', '- [ ]a', '| [ ] yes | b |', '- [](https://example.com) a', '- [ ] a'])(
    '%j is left to its author',
    (source) => expect(repair(source)).toBe(source),
  );

  it.each(['- [✓] a', '* [✔️] a', '!!! note\n\n    - [ ] a', '=== "Linux"\n\n    First:\n\n\t1. [x] a'])(
    '%j is named, and left to its author',
    (source) => {
      expect(findLookAlikes(source)).toHaveLength(1);
      expect(repair(source)).toBe(source);
    },
  );

  it.each(['- [a] b', '- [1] b', '- [-](c) b', '- [-] b', '- [!NOTE] b', '- [✓]: b', '    - [ ] b'])(
    '%j looks like no item',
    (source) => expect(findLookAlikes(source)).toEqual([]),
  );

  it('says why a line that is indented far is none', () => {
    const [found] = findLookAlikes('??? note "On call"\n\n    - [ ] Page the lead\n');
    expect(found).toMatchObject({
      line: 3,
      message: expect.stringContaining('indented so far that it is code') as string,
    });
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
