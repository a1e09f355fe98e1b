import { describe, expect, it } from 'vitest';
import { formsOf, rootOf } from '~/core/search/word-forms';

describe('[SE4] a word is found in forms that have another stem', () => {
  it.each([
    ['verification', 'verify'],
    ['decision', 'decides'],
    ['failure', 'failed'],
    ['recovery', 'recovering'],
    ['removal', 'remove'],
    ['rotation', 'rotates'],
    ['expiry', 'expired'],
    ['availability', 'available'],
    ['intrusion', 'intruded'],
    ['retries', 'retry'],
    ['slowness', 'slowly'],
  ])('%s, as %s', (word, other) => expect(rootOf(word)).toBe(rootOf(other)));

  it.each([
    ['server', 'serve'],
    ['user', 'use'],
    ['password', 'pass'],
    ['version', 'verse'],
    ['application', 'applied'],
    ['apple', 'apply'],
  ])('%s is not %s', (word, other) => expect(rootOf(word)).not.toBe(rootOf(other)));

  it('which a vocabulary has', () => {
    expect(formsOf('broken', ['break', 'brake', 'broker'])).toEqual(['break']);
    expect(formsOf('lost', ['loss', 'lose', 'last'])).toEqual(['loss', 'lose']);
    expect(formsOf('restore', ['restoration', 'restart'])).toEqual(['restoration']);
  });

  it('in Hebrew, with the article or a preposition written in one with it, or without', () => {
    expect(formsOf('שרת', ['השרת', 'לשרת', 'משרתים', 'שרתים', 'ישרת'])).toEqual(['השרת', 'לשרת']);
    expect(formsOf('השרת', ['שרת', 'רת'])).toEqual(['שרת']);
  });
});
