import { describe, expect, test } from 'vitest';
import { keys } from '~/core/run/entry';
import { isSafeId } from '~/core/safe-id';
import { cleanText } from '~/core/text';
import { modes } from '~/core/snapshot/seal';
import { decode, encode } from './snapshot/links';

describe('text of a link', () => {
  test.each([
    ['keeps line breaks', 'one\r\ntwo\rthree\nfour', 'one\ntwo\nthree\nfour'],
    ['has a space for a tab', 'a\tb', 'a b'],
    ['has no control characters', 'a\0b\u001b[31mc\u0085', 'ab[31mc'],
    ['has no bidi overrides', 'a\u202egnp.exe\u2066b\u2069', 'agnp.exeb'],
    ['keeps right-to-left letters and marks', 'محمد\u200f שלום', 'محمد\u200f שלום'],
    ['has no byte order mark', '\ufeffa', 'a'],
    ['has no lone surrogates, also not those that cleaning would pair', 'a\ud83d\0\ude00b\ud800', 'ab'],
    ['keeps characters beyond 16 bits', '👩‍🚒', '👩‍🚒'],
    ['is composed', 'e\u0301\u0000', '\u00e9'],
    ['keeps what looks like code', '<b>&amp;${x}</b>', '<b>&amp;${x}</b>'],
  ])('[SN7] %s', (_, dirty, expected) => {
    expect(cleanText(dirty)).toBe(expected);
    expect(cleanText(expected)).toBe(expected);
  });

  test('[SN7] an id with unsafe characters does not travel, rather than becoming another’s', () => {
    const page = { id: 'p', items: ['backup'], fields: [] };
    const entry = (id: string) => ({ key: keys.mark(id), value: 'done', at: 5, seq: 0, by: '' });
    const run = {
      id: '00000001',
      page: 'p',
      start: 5,
      entries: [entry('back\u202eup'), entry('gone'), entry('e\u0301')],
    };
    expect(isSafeId('back\u202eup')).toBe(false);
    for (const mode of modes) {
      const decoded = decode(encode(run, page, mode), page).entries.map(({ key }) => key);
      expect(decoded.toSorted()).toEqual(['mark/e\u0301', 'mark/gone']);
    }
  });
});
