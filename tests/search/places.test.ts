import { describe, expect, it } from 'vitest';
import { rankPlaces, type FoundPage } from '~/client/search/search-places';

/** A page of the form: `# Title`, `## Section`, `- item`, anything else prose; with where each of the words stands. */
function pageOf(id: string, text: string, ...words: string[]): FoundPage {
  const anchors: { element: string; id: string; text: string; location: number }[] = [];
  const all: string[] = [];
  for (const line of text.split('\n')) {
    const [, sign, said = line] = /^(##|-|#) (.*)/.exec(line) ?? [];
    const location = all.length;
    if (sign === '##' || sign === '-') {
      anchors.push({ element: sign === '-' ? 'i' : 'h', id: said.replaceAll(' ', '-'), text: said, location });
    }
    all.push(...said.split(' '));
  }
  const found = words.map((word) => all.flatMap((said, i) => (said.startsWith(word) ? [i] : [])));
  return { id, title: /^# (.*)/.exec(text)?.[1] ?? id, anchors, found };
}

const guide = '# Limits\n## Configure it\nset the rate and the limit\n## Other\nthe rate alone';
const runbook = '# Release\n## Security\n- Encrypt it\nmore\n- Set the rate limit\n## Rest\n- Look at the error rate';
const shown = (...pages: FoundPage[]) => rankPlaces(pages).map(({ text }) => text);

describe('the places of a search', () => {
  it('begin with the step whose own text has the words, though its page comes second', () => {
    expect(shown(pageOf('a', guide, 'rate', 'limit'), pageOf('b', runbook, 'rate', 'limit'))).toEqual([
      'Set the rate limit',
      'Configure it',
    ]);
  });

  it('say page and section of a step, and its anchor', () => {
    expect(rankPlaces([pageOf('b', runbook, 'rate', 'limit')])).toEqual([
      {
        page: 'b',
        title: 'Release',
        anchor: 'Set-the-rate-limit',
        section: 'Security',
        isItem: true,
        text: 'Set the rate limit',
      },
    ]);
  });

  it('put the text that says little else first', () => {
    expect(shown(pageOf('a', '# A\n- Restore the copy of the database\n- Restore\n- Restore it', 'Restore'))).toEqual([
      'Restore',
      'Restore it',
      'Restore the copy of the database',
    ]);
  });

  it('count the titles above a step: one word in it, the other over it, and it comes before prose that has both', () => {
    const page = '# Release\n## Other\nthe rollback of a database\n## Rollback steps\n- Restore the database\n- Wait';
    expect(shown(pageOf('a', page.toLowerCase(), 'rollback', 'database'))).toEqual(['restore the database', 'other']);
  });

  it('are the page itself where the words stand before its first section', () => {
    expect(rankPlaces([pageOf('a', '# A\nsome prose\n## B\nmore', 'prose')])).toEqual([
      { page: 'a', title: 'A', section: '', isItem: false, text: 'A' },
    ]);
  });

  it('name a page of which no place has all the words once, by its best', () => {
    expect(shown(pageOf('a', '# A\n## One rate\n## Two limits\n## Rate it', 'rate', 'limit'))).toEqual(['One rate']);
  });

  it('never fill the list with the prose of one page', () => {
    const prose = Array.from({ length: 30 }, (_, i) => `## Section ${i}\nword`).join('\n');
    expect(shown(pageOf('a', `# A\n${prose}`, 'word'))).toHaveLength(3);
  });

  it('show Chinese as it was written, though each letter was found as a word', () => {
    expect(shown(pageOf('a', '# A\n- 检 查 数 据 库', '数', '据', '库'))).toEqual(['检查数据库']);
  });
});
