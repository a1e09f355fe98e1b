import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { readRoomLink, writeRoomLink } from '~/core/room/link';
import { readEnvelope } from '~/core/snapshot/decode';
import { seal } from '~/core/snapshot/seal';
import { forAll } from '../law';

const secret = Uint8Array.from({ length: 16 }, (_, i) => i);
const link = { secret, run: '00c0ffee' };

describe('the link of a room', () => {
  test('[LV1] is 38 letters and digits, and holds secret and run', () => {
    expect(writeRoomLink(link)).toMatch(/^1L00R[0-9A-Za-z]{27}[0-9A-Za-z]{6}$/);
    expect(readRoomLink(`#run=${writeRoomLink(link)}`)).toEqual({ ok: true, value: link });
  });

  test('[LV1] of any secret and run comes back', () =>
    forAll(
      [fc.uint8Array({ minLength: 16, maxLength: 16 }), fc.integer({ min: 0, max: 2 ** 32 - 1 })],
      (bytes, run) => {
        const given = { secret: bytes, run: run.toString(16).padStart(8, '0') };
        expect(readRoomLink(writeRoomLink(given))).toEqual({ ok: true, value: given });
      },
    ));

  test('[LV1] is no link of a run, nor the other way round', () => {
    expect(readEnvelope(writeRoomLink(link))).toEqual({ ok: false, reason: { kind: 'version' } });
    expect(readRoomLink(seal('R', secret))).toEqual({ ok: false, reason: { kind: 'version' } });
  });

  test('[LV1] cut, damaged or of another length, it is refused as such', () => {
    const text = writeRoomLink(link);
    for (let length = 0; length < text.length; length++) expect(readRoomLink(text.slice(0, length)).ok).toBe(false);
    for (let i = 0; i < text.length; i++) {
      const other = text[i] === 'x' ? 'y' : 'x';
      expect(readRoomLink(text.slice(0, i) + other + text.slice(i + 1)).ok).toBe(false);
    }
    expect(readRoomLink(seal('L', new Uint8Array(19)))).toEqual({ ok: false, reason: { kind: 'corrupt' } });
  });
});
