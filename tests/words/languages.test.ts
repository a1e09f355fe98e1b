// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { de } from '~/words/de';
import { en } from '~/words/en';
import { liveDe } from '~/words/live/de';
import { liveEn } from '~/words/live/en';
import { say } from '~/words/say';
import { directionOf, wordsFor } from '~/words/words-for';

/** Every sentence by its path: "said.group.one" → "{mark}: {n} item …". */
function sentencesOf(words: object, path = ''): [path: string, sentence: string][] {
  return Object.entries(words).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[`${path}${key}`, value]] : sentencesOf(value as object, `${path}${key}.`),
  );
}

beforeEach(() => vi.resetModules());

const blanksOf = (sentence: string) => [...new Set(sentence.match(/\{\w+\}/g))].toSorted();

describe.each([
  ['de', de, en],
  ['de, of live rooms', liveDe, liveEn],
] as const)('the words in %s', (_, words, english) => {
  const given = new Map(sentencesOf(words));

  it('are as many as in English, and none is empty', () => {
    const wanted = sentencesOf(english);
    expect([...given.keys()].toSorted()).toEqual(wanted.map(([path]) => path).toSorted());
    expect(wanted.filter(([path, sentence]) => (given.get(path) === '') !== (sentence === ''))).toEqual([]);
  });

  it.each(sentencesOf(english))('leave the same blanks in %s', (path, sentence) => {
    expect(blanksOf(given.get(path) ?? '')).toEqual(blanksOf(sentence));
  });
});

describe('the language of a page', () => {
  it('is found by its first part; English stands in for one that is not there', () => {
    expect(['de', 'de-AT', 'DE', 'De-at'].map(wordsFor)).toEqual(Array(4).fill(de));
    expect(wordsFor('fr')).toBe(en);
  });

  it.each([
    ['de', de, liveDe],
    ['de-AT', de, liveDe],
    ['DE', de, liveDe],
    ['en-GB', en, liveEn],
    ['fr', en, liveEn],
  ])('is the same for what comes later as for the page itself: %s', async (lang, words, liveWords) => {
    document.documentElement.lang = lang;
    const [{ loadWords }, { loadLiveWords }] = await Promise.all([import('~/words/load'), import('~/words/live/load')]);
    expect(wordsFor(lang)).toBe(words);
    expect(await loadWords()).toEqual(words);
    expect(await loadLiveWords()).toEqual(liveWords);
  });

  it('says in which direction it is written', () => {
    expect(['ar', 'he', 'fa-IR', 'ur', 'az-Arab'].map(directionOf)).toEqual(Array(5).fill('rtl'));
    expect(['en', 'de', 'az', 'ja', 'zz'].map(directionOf)).toEqual(Array(5).fill('ltr'));
  });

  it('chooses the plural', () => {
    expect(say(de.home.items, { n: 1 }, 'de')).toBe('1 Punkt');
    expect(say(de.home.items, { n: 0 }, 'de')).toBe('0 Punkte');
  });
});
