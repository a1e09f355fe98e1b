import { describe, expect, it } from 'vitest';
import { countSyllables, measureReading } from '~/build/check/reading';

describe('syllables', () => {
  it.each([
    ['the', 1],
    ['cat', 1],
    ['database', 3],
    ['restored', 2],
    ['started', 2],
    ['deployment', 3],
    ['table', 2],
    ['machines', 2],
  ])('%s has %i', (word, count) => expect(countSyllables(word)).toBe(count));
});

describe('reading a page', () => {
  const prose = (words: number) => Array.from({ length: words }, () => 'cat').join(' ');

  it('takes a minute for 220 words or 20 lines of code, and at least one', () => {
    expect(measureReading('Short.').minutes).toBe(1);
    expect(measureReading(prose(221)).minutes).toBe(2);
    const code = Array.from({ length: 30 }, () => 'ls').join('\n');
    expect(measureReading(`\`\`\`sh\n${code}\n\`\`\``)).toMatchObject({
      words: 0,
      codeLines: 30,
      minutes: 2,
      grade: 0,
    });
  });

  it('asks for more school where sentences and words are longer', () => {
    const easy = measureReading('The cat sat on the mat. The dog ran to the cat.').grade;
    const hard = measureReading(
      'Organisations implementing comprehensive recovery procedures necessarily demonstrate considerable organisational maturity.',
    ).grade;
    expect(easy).toBeLessThan(2);
    expect(hard).toBeGreaterThan(15);
  });

  it('has a known grade: 8 words of 14 syllables give 0.39 · 8 + 11.8 · 14 / 8 − 15.59', () => {
    expect(measureReading('The cat sat on the mat.').grade).toBe(0);
    expect(measureReading('Deploy the newest version to the remaining machines.').grade).toBe(8.2);
  });

  it('counts neither front matter nor comments, and code in a line as one word', () => {
    const page = '---\ntitle: Not this\n---\n\n<!-- nor this -->\n\nRun `pg_restore --clean --if-exists` now.\n';
    expect(measureReading(page).words).toBe(3);
  });

  it('reads lists, tables and items', () => {
    expect(measureReading('- [ ] Do it\n\n| a | b |\n| - | - |\n| c | d |\n').words).toBe(6);
  });
});
