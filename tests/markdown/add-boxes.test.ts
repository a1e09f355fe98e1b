import { describe, expect, it } from 'vitest';
import { addBoxes } from '~/build/check/add-boxes';

const box = (source: string): string => addBoxes(source).source;

describe('giving boxes to numbered steps', () => {
  it('makes items of the steps, and leaves what is within them', () => {
    const source =
      '---\ntitle: x\n---\n\n# X\n\n1. Stop\n   1. Here\n   - there\n2) Other\n\n> 3. Quoted\n\n10. Start  \r\n    more\n';
    expect(addBoxes(source)).toEqual({
      source:
        '---\ntitle: x\n---\n\n# X\n\n1. [ ] Stop\n   1. Here\n   - there\n2) [ ] Other\n\n> 3. [ ] Quoted\n\n10. [ ] Start  \r\n    more\n',
      added: [7, 10, 12, 14],
    });
  });

  it('reads as the parser does: code, comments, bullets, and steps without text of their own are none', () => {
    const source = '```\n1. a\n```\n\n<!--\n1. b\n-->\n\n- c\n  1. d\n\n1.\n2. ```\n   e\n   ```\n\n    1. f\n';
    expect(box(source)).toBe(source);
  });

  it('finds steps in folded parts', () => {
    expect(box('<details><summary>More</summary>\n\n1. a\n\n</details>\n')).toContain('1. [ ] a');
  });

  it('leaves a page alone that has an item already, and changes nothing the second time', () => {
    expect(box('1. a\n2. b\n\n- [ ] c\n')).toBe('1. a\n2. b\n\n- [ ] c\n');
    const once = box('1. a\n2. b\n');
    expect(box(once)).toBe(once);
  });
});
