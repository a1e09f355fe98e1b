import { describe, expect, test } from 'vitest';
import { crc32 } from '~/core/snapshot/crc32';
import { readBytes, readNumber, writeBytes, writeNumber } from '~/core/snapshot/digits';
import { refusalText } from '~/client/text/refusal-text';
import { en } from '~/words/en';
import { seal, unseal } from '~/core/snapshot/seal';

const bytes = Uint8Array.from({ length: 100 }, (_, i) => (i * 37) & 255);
const text = seal('R', bytes);

/** A text with a right checksum around whatever stands before it. */
const check = (checked: string) => `${checked}${writeNumber(crc32(checked), 6)}`;

describe('digits', () => {
  test('[SN2] bytes of every length come back', () => {
    for (let length = 0; length <= 100; length++) {
      for (const fill of [0, 1, 127, 255]) {
        const block = new Uint8Array(length).fill(fill);
        expect(readBytes(writeBytes(block))).toEqual(block);
      }
    }
  });

  test('[SN2] 32 bytes take 43 digits, big-endian, from 0 to z', () => {
    expect(writeBytes(new Uint8Array(32))).toBe('0'.repeat(43));
    expect(writeBytes(Uint8Array.from([61]))).toBe('0z');
    expect(writeBytes(Uint8Array.from([1, 0]))).toBe('048');
  });

  test('[SN2] digits that no bytes are written as are refused', () => {
    expect(readBytes('z')).toBeUndefined();
    expect(readBytes('zz')).toBeUndefined();
    expect(readBytes('z'.repeat(43))).toBeUndefined();
  });

  test('[SN2] a number that does not fit its digits is not written', () => {
    expect(writeNumber(62 ** 3 - 1, 3)).toBe('zzz');
    expect(writeNumber(62 ** 3, 3)).toBeUndefined();
    expect(readNumber('00zz')).toBe(3843n);
  });
});

describe('a sealed text', () => {
  test('[SN1] is version, mode, length, payload and checksum', () => {
    expect(crc32('123456789')).toBe(0xcbf43926);
    expect(text).toMatch(/^1R02B[0-9A-Za-z]{135}[0-9A-Za-z]{6}$/);
    expect(text.length).toBe(5 + 135 + 6);
    expect(unseal(text)).toEqual({ ok: true, value: { version: '1', mode: 'R', bytes } });
  });

  test.each([
    ['as the fragment of an address', `#run=${text}`],
    ['after run=', `run=${text}`],
    ['with percent escapes', `%23run%3D${text.replaceAll('1', '%31')}`],
    ['with the punctuation of a sentence', `${text}.`],
    ['with what chat tools glue to it', `${text}**~~_…|`],
    ['with words after a space', `${text} 100% of it`],
    ['after two signs', `##run=${text}`],
    ['in capitals', `#RUN=${text}`],
    ['with its sign escaped', `#run%3D${text}`],
    ['with its sign escaped twice', `#run%253D${text}`],
    ['spelt as mails spell it', `#run=3D${text}`],
    ['spelt so, in lines', `#run=3D${text.slice(0, 70)}=\r\n${text.slice(70)}`],
    ['spelt so, its lines joined', `#run=3D${text.slice(0, 70)}=${text.slice(70)}`],
    ['with its name twice', `#run=run=${text}`],
    ['in a whole link that was pasted behind another', `#run=https://site.example/runbooks/a/?run#run=${text}`],
    ['behind the beginning of itself', `#run=${text.slice(0, 70)} https://site.example/runbooks/a/?run#run=${text}`],
    ['as a title that a mail quotes', `#run=${text.slice(0, 70)}\n| ${text.slice(70)}`],
    ['hyphenated', `#run=${text.slice(0, 70)}-\n  ${text.slice(70)}`],
    ['in a direction of its own', `#run=\u2066\u200e${text}\u2069`],
    ['in a direction of its own, escaped', `#run=%E2%81%A6%E2%80%8E${text}%E2%81%A9`],
    ['in a direction of its own, escaped twice', `#run=%25E2%2580%258E${text}`],
    ['in quoted lines', `#run=${text.slice(0, 70)}%0A%3E%20${text.slice(70)}`],
    ...[
      ' ',
      '%20',
      '\n',
      '%0A',
      '%0D%0A',
      '\u00ad',
      '%C2%AD',
      '\u200b',
      '%E2%80%8B',
      '\u200e',
      '\u061c',
      '\ufe0f',
      '\u2063',
    ].map((sign): [string, string] => [
      `with ${JSON.stringify(sign)} within`,
      `#run=${text.slice(0, 70)}${sign}${text.slice(70)}`,
    ]),
  ])('[SN3] is found %s', (_, fragment) =>
    expect(unseal(fragment)).toEqual({ ok: true, value: { version: '1', mode: 'R', bytes } }),
  );

  const refusal = (fragment: unknown) => {
    const opened = unseal(fragment);
    return opened.ok ? 'opened' : refusalText(opened.reason, en);
  };

  test.each([undefined, null, 7, {}, '', '#', '#run=', '-', '…', '%'])('[SN3] nothing is in %o', (fragment) =>
    expect(refusal(fragment)).toBe('The link holds no run: what follows “#run=” is missing. Ask for the link again.'),
  );

  test('[SN3] cut off, it says how much arrived', () => {
    expect(refusal(text.slice(0, 100))).toBe(
      'The link was cut off: 100 of 146 characters arrived. Ask for it again, or for the run as a file.',
    );
    expect(refusal(`${text.slice(0, 100)}…${text.slice(100)}`)).toContain('100 of 146 characters arrived');
    expect(refusal(`run=run=${text.slice(0, 100)}`)).toContain('100 of 146 characters arrived');
    expect(refusal('1R02')).toContain('cut off: 4 characters arrived');
    expect(refusal(`${text.slice(0, 100)} and the rest did not come`)).toContain('100 of 146 characters arrived');
  });

  test('[SN3] damaged or grown, it says so', () => {
    const sentence = 'The link was damaged on its way, so nothing of it is shown. Ask for it again.';
    expect(refusal(`${text}a`)).toBe(sentence);
    expect(refusal(text.replace(/.$/, (last) => (last === 'a' ? 'b' : 'a')))).toBe(sentence);
    expect(refusal(text.toLowerCase().replace('1r', '1R'))).not.toBe('opened');
  });

  test('[SN3] of a newer version, it says so even when it is whole', () => {
    const sentence = 'The link was made by a newer version of this site: reload the page, then open the link again.';
    expect(refusal(check(`3${text.slice(1, -6)}`))).toBe(sentence);
    expect(refusal(check(`1S${text.slice(2, -6)}`))).toBe(sentence);
    expect(refusal(check('3Z000'))).toBe(sentence);
  });

  test('[SN3] of a newer version and damaged, it is damaged', () =>
    expect(refusal(`3${text.slice(1)}`)).toContain('damaged'));

  test('[SN3] with a right checksum around digits that are no bytes, it is damaged', () =>
    expect(refusal(check('1R001z'))).toContain('damaged'));

  test('[SN6] too long to look at, it says so', () => {
    const sentence = 'The link holds more than this site accepts. Ask for the run as a file instead.';
    expect(refusal('0'.repeat(16_065))).toBe(sentence);
    expect(refusal(' '.repeat(16_065))).toBe(sentence);
    expect(refusal('0'.repeat(16_064))).toContain('damaged');
    expect(refusal(seal('R', new Uint8Array(11_900)))).toBe(sentence);
    expect(refusal(seal('R', new Uint8Array(11_895)))).toBe('opened');
  });
});
