import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openReader, openWriter } from '~/core/snapshot/channel';
import { createCoder, createNumberModel } from '~/core/snapshot/coder';
import { createModel } from '~/core/snapshot/model';

describe('the range coder', () => {
  const chance = fc.oneof(fc.integer({ min: 1, max: 65535 }), fc.constantFrom(1, 64, 32768, 65535));

  test('[SN4] gives back every bit, however unlikely', () =>
    fc.assert(
      fc.property(fc.array(fc.tuple(chance, fc.nat(1)), { maxLength: 2000 }), (bits) => {
        const writer = openWriter();
        for (const [of, bit] of bits) writer.code(of, bit);
        const reader = openReader(writer.finish());
        expect(bits.map(([of]) => reader.code(of, 0))).toEqual(bits.map(([, bit]) => bit));
      }),
      { numRuns: 300 },
    ));

  test('[SN4] needs few bits for what is likely', () => {
    const writer = openWriter();
    const coder = createCoder(writer);
    const model = createModel(1, 60);
    for (let i = 0; i < 2000; i++) coder.bit(model, 0, 1);
    expect(writer.finish().length).toBeLessThan(8);
  });

  test('[SN4] writes the same bytes on every engine', () => {
    const writer = openWriter();
    const coder = createCoder(writer);
    const model = createNumberModel();
    for (const value of [0, 1, 2, 1000, 67_108_863]) coder.number(model, 0, value, 67_108_863);
    coder.text(model, 'Ana, Zoë', 80);
    expect(Buffer.from(writer.finish()).toString('hex')).toBe('8b556f2f3cf8fc000001569742c3df211a42efc3');
  });

  test('[SN4] the bytes end where the reader needs none, and no sooner', () => {
    const writer = openWriter();
    for (let i = 0; i < 100; i++) writer.code(32768, i % 2);
    const bytes = writer.finish();
    const readAll = (some: Uint8Array) => {
      const reader = openReader(some);
      for (let i = 0; i < 100; i++) reader.code(32768, 0);
    };
    readAll(bytes);
    expect(() => readAll(bytes.slice(0, -2))).toThrow('corrupt');
  });
});

describe('a number', () => {
  test('[SN4] of any size comes back', () =>
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.nat(5), fc.nat(2 ** 26 - 1)), { maxLength: 100 }), (values) => {
        const writer = openWriter();
        const model = createNumberModel();
        const writing = createCoder(writer);
        for (const value of values) writing.number(model, 0, value, 2 ** 26 - 1);
        const reading = createCoder(openReader(writer.finish()));
        const fresh = createNumberModel();
        expect(values.map(() => reading.number(fresh, 0, undefined, 2 ** 26 - 1))).toEqual(values);
      }),
    ));
});
