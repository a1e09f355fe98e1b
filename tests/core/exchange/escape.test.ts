import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { escapeText, readEscaped } from '~/core/exchange/escape';
import { readUtc, writeUtc } from '~/core/utc';
import { forAll } from '../law';

const nasty = fc
  .array(
    fc.constantFrom(
      ...'\\`*_[]<>|~$#&@·–;u{}0 \n\r\t\u2060\u202e\ud800\ufeff1ab'.split(''),
      '\u00a0',
      '\u3000',
      '&middot;',
      '<br>',
      '@here',
      ':a:',
      ':rocket:',
      'GH-1',
      'a1b2c3d',
    ),
  )
  .map((parts) => parts.join(''));
const anyText = fc.oneof(nasty, fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }));

describe('escaped text', () => {
  test('[EX2] reads back as exactly what it was', () =>
    forAll([anyText], (text) => expect(readEscaped(escapeText(text))).toBe(text)));

  test('[EX2] is one line, without an outer space and without a separator', () =>
    forAll([anyText], (text) => {
      const written = escapeText(text);
      expect(written).not.toMatch(/[\n\r\u2028\u2029·]/);
      expect(written.trim()).toBe(written);
      expect(written).not.toBe('');
    }));

  test.each([
    ['**bold** _it_ snake_case', String.raw`\*\*bold\*\* \_it\_ snake_case`],
    ['<img src=x onerror=alert(1)>', String.raw`\<img src=x onerror=alert(1)>`],
    ['[here](javascript:alert(1))', String.raw`\[here\](javascript:alert(1))`],
    ['a | b ~~c~~ `d` $e$', String.raw`a \| b \~\~c\~\~ \`d\` \$e\$`],
    ['@team and jane@example.org and x@everyone', '@\u2060team and jane@example.org and x@\u2060everyone'],
    ['jane@example.org@team', 'jane@example.org@\u2060team'],
    ['two\nlines', 'two<br>lines'],
    ['&lt; AT&T', String.raw`\&lt; AT&T`],
    ['C# heading #', String.raw`C\# heading \#`],
    ['see #4821, team/site#12 and GH-12', 'see #\u20604821, team/site#\u206012 and GH-\u206012'],
    [':rocket: at 10:30:15, not :a:b:', ':\u2060rocket: at 10:30:15, not :\u2060a:\u2060b:'],
    ['2001:db8:85a3::1', '2001:db8:85a3::1'],
    ['back to a1b2c3d, 2026112', 'back to `a1b2c3d`, 2026112'],
    ['`a1b2c3d`', '\\``a1b2c3d`\\`'],
    ['v1.0.0 (build 7) - ok!', 'v1.0.0 (build 7) - ok!'],
    ['\u202Eevil', String.raw`\u{202e}evil`],
    ['', '–'],
    ['–', '&ndash;'],
  ])('[EX2] %j is written %j', (text, written) => expect(escapeText(text)).toBe(written));

  test('[EX2] what no export wrote is left as it is', () =>
    expect(readEscaped(String.raw`\u{110000} \a &nope;`)).toBe(String.raw`\u{110000} \a &nope;`));
});

describe('minutes in UTC', () => {
  const minutes = fc.nat(2 ** 26 - 1);
  const iso = (at: number) => new Date(at * 60_000).toISOString();

  test('[EX3] are those of the calendar, and read back as the same', () =>
    forAll([minutes], (at) => {
      expect(writeUtc(at)).toBe(`${iso(at).slice(0, 10)} ${iso(at).slice(11, 16)} UTC`);
      expect(readUtc(writeUtc(at))).toBe(at);
    }));

  test.each([
    [0, '1970-01-01 00:00 UTC'],
    [84_960, '1970-03-01 00:00 UTC'],
    [2 ** 26 - 1, '2097-08-05 09:03 UTC'],
  ])('[EX3] minute %i is %s', (at, written) => {
    expect(iso(at).slice(0, 16).replace('T', ' ')).toBe(written.slice(0, 16));
    expect(writeUtc(at)).toBe(written);
  });

  test.each([
    '2026-02-29 10:00 UTC',
    '2026-13-01 10:00 UTC',
    '2026-01-01 24:00 UTC',
    '1969-12-31 23:59 UTC',
    '2026-01-01',
    '',
  ])('[EX3] "%s" is no minute', (text) => expect(readUtc(text)).toBeUndefined());
});
