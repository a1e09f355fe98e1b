import { describe, expect, it } from 'vitest';
import type { Match } from '~/core/search/matches';
import { tellReplaced } from '~/core/search/tell-replaced';

const match = (at: number): Match => ({ at, length: 1, quality: 0.75 });
const stands = (all: Record<string, number[]>) => new Map(Object.entries(all).map(([id, ats]) => [id, ats.map(match)]));
const shown = (id: string, language: string, ...ats: number[]) => ({ id, language, matches: ats.map(match) });
const languages = ['en', 'de'];

/** The words in the stead of others: "restore" on page "a" and on the German page "d", "roll back" on the pages "a" and "b". */
const meanings = [
  { words: 'restore', matches: [stands({ a: [7] }), stands({ d: [3] })] },
  { words: 'roll back', matches: [stands({ a: [20], b: [5] }), stands({})] },
];
const tell = (...places: ReturnType<typeof shown>[]) => tellReplaced({ meanings }, places, languages);

describe('[SE4] the words that are said to be shown in the stead of others', () => {
  it('are those that the best place is found by', () => {
    expect(tell(shown('a', 'en', 20), shown('a', 'en', 7))).toBe('roll back');
    expect(tell(shown('a', 'en', 7), shown('a', 'en', 20))).toBe('restore');
    expect(tell(shown('d', 'de', 3))).toBe('restore');
  });

  it('are those of its page where the place itself has none', () => {
    expect(tell(shown('b', 'en'), shown('a', 'en', 7))).toBe('roll back');
  });

  it('are those of the next place where its page has none', () => {
    expect(tell(shown('c', 'en', 7), shown('b', 'en', 5))).toBe('roll back');
    expect(tell(shown('c', 'en', 7))).toBe('restore');
  });
});
