import { describe, expect, it } from 'vitest';
import { measureReading } from '~/build/check/reading';

describe('reading a page', () => {
  const prose = (words: number) => Array.from({ length: words }, () => 'cat').join(' ');

  it('takes a minute for 220 words or 20 lines of code, and at least one', () => {
    expect(measureReading('Short.').minutes).toBe(1);
    expect(measureReading(prose(221)).minutes).toBe(2);
    const code = Array.from({ length: 30 }, () => 'ls').join('\n');
    expect(measureReading(`\`\`\`sh\n${code}\n\`\`\``)).toEqual({ words: 0, codeLines: 30, minutes: 2 });
  });

  it('counts neither front matter nor comments, and code in a line as one word', () => {
    const page = '---\ntitle: Not this\n---\n\n<!-- nor this -->\n\nRun `pg_restore --clean --if-exists` now.\n';
    expect(measureReading(page).words).toBe(3);
  });

  it('reads lists, tables and items', () => {
    expect(measureReading('- [ ] Do it\n\n| a | b |\n| - | - |\n| c | d |\n').words).toBe(6);
  });
});
