import { expect, test } from 'vitest';
import { murmur3 } from '~/core/murmur3';

// Reference values of MurmurHash3_x86_32 by its author's implementation.
test.each([
  ['', 0, 0],
  ['', 1, 0x514e28b7],
  ['test', 0x9747b28c, 0x704b81dc],
  ['Hello, world!', 0x9747b28c, 0x24884cba],
  ['The quick brown fox jumps over the lazy dog', 0x9747b28c, 0x2fa826cd],
  ['aaa', 0x9747b28c, 0x283e0130],
  ['ππππππππ', 0x9747b28c, 0xd58063c1],
])('murmur3 of "%s" with seed %i is the reference value', (text, seed, hash) => {
  expect(murmur3(text, seed)).toBe(hash);
});
