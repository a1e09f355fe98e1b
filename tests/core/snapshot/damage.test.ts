import { describe, expect, test } from 'vitest';
import { createRandom, type Random } from '../../bench/random';
import { generatePage, generateRun } from '../../bench/generate-runs';
import { modes, seal } from '~/core/snapshot/seal';
import { readBytes } from '~/core/snapshot/digits';
import { encode, tryDecode } from './links';

const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
/** These tests are many, not slow, but machines are. */
const patience = { timeout: 120_000 };

const page = generatePage(110);
const small = generatePage(12);

const links = [
  { name: '12 items, half done', on: small, text: encode(generateRun(small, 0.5, 'stamps', 1), small, 'R') },
  { name: '110 items, most done', on: page, text: encode(generateRun(page, 0.9, 'stamps', 2), page, 'R') },
  { name: '12 items, portable', on: small, text: encode(generateRun(small, 0.9, 'notes', 3), small, 'P') },
];

/** Every text that one accident makes of this one. */
function* damage(text: string): Generator<string> {
  for (let i = 0; i < text.length; i++) {
    const [head, letter, tail] = [text.slice(0, i), text.charAt(i), text.slice(i + 1)];
    for (const other of alphabet) if (other !== letter) yield `${head}${other}${tail}`;
    for (let bit = 0; bit < 7; bit++) yield `${head}${String.fromCharCode(letter.charCodeAt(0) ^ (1 << bit))}${tail}`;
    yield head;
    yield `${head}${tail}`;
    yield `${head}${tail.charAt(0)}${letter}${tail.slice(1)}`;
    yield `${head}0${letter}${tail}`;
    yield `${head}${letter}${letter}${tail}`;
    yield `${head}_${letter}${tail}`;
    yield `${head}${letter.toUpperCase()}${tail}`;
    yield `${head}${letter.toLowerCase()}${tail}`;
  }
  yield text.toUpperCase();
  yield text.toLowerCase();
}

/** Reads a text as a link: a reason why it is none, or the run. Whatever else is thrown fails the test. */
const outcome = (text: string, on: typeof page) => {
  const decoded = tryDecode(text, on);
  return decoded.ok ? 'read' : decoded.reason.kind;
};

describe('a damaged link', () => {
  test('[SN3] is never taken for something else: 58,000 accidents', patience, () => {
    let accidents = 0;
    for (const { on, text } of links) {
      expect(outcome(text, on)).toBe('read');
      for (const damaged of damage(text)) {
        if (damaged === text) continue;
        accidents++;
        if (outcome(damaged, on) === 'read') throw new Error(`taken for a whole link: ${damaged}`);
      }
    }
    expect(accidents).toBeGreaterThanOrEqual(58_000);
  });

  test('[SN3] and anything else in its place is refused: 200,000 random texts', patience, () => {
    const random = createRandom(4);
    const outcomes = new Map<string, number>();
    for (let i = 0; i < 200_000; i++) {
      const letters = i % 2 === 0 ? alphabet : `${alphabet}%%#=_-~ \u202e\ud800é`;
      const start = i % 4 < 2 ? '' : random.pick(['1R', '1P00', 'run=1R01', '#run=', '%23run%3D1P', '1R00z']);
      const text = start + Array.from({ length: random.geometric(20) }, () => random.pick([...letters])).join('');
      const kind = outcome(text, small);
      outcomes.set(kind, 1 + (outcomes.get(kind) ?? 0));
    }
    expect([...outcomes.keys()].toSorted()).toEqual(['corrupt', 'empty', 'truncated']);
  });
});

/** Bytes with a right checksum that no site wrote: noise, or a link's bytes with some changed, so as to reach every part. */
function forge(random: Random, whole: Uint8Array): Uint8Array {
  const noise = Uint8Array.from({ length: random.below(300) }, () => random.below(256));
  const kept = random.pick([0, 4, 9, 13, random.below(whole.length)]);
  if (random.next() < 0.5) return Uint8Array.from([...whole.slice(0, kept), ...noise]);
  const at = random.below(whole.length);
  return Uint8Array.from(whole, (byte, i) => (i === at ? random.below(256) : byte));
}

/** 10,000 bodies of each mode, in parts: none takes so long that a busy machine could make it look stuck. */
const parts = [1, 2, 3, 4, 5];

describe.each(modes)('a forged link of mode %s', (mode) => {
  test.each(parts)(
    '[SN7] is read only if it is what this site would have written: 2,000 bodies with a right checksum, part %i of 5',
    patience,
    (part) => {
      const random = createRandom(part);
      const texts = [0.2, 0.9].map((share) => encode(generateRun(small, share, 'notes', 6), small, mode));
      const outcomes = new Map<string, number>();
      for (let i = 0; i < 2000; i++) {
        const whole = readBytes(random.pick(texts).slice(5, -6)) ?? new Uint8Array(1);
        const text = seal(mode, forge(random, whole));
        const decoded = tryDecode(text, small);
        const kind = decoded.ok ? 'read' : decoded.reason.kind;
        outcomes.set(kind, 1 + (outcomes.get(kind) ?? 0));
        if (decoded.ok && mode === 'R') expect(encode(decoded.value, small, mode)).toBe(text);
      }
      const reasons =
        mode === 'R' ? ['corrupt', 'oversize', 'read', 'revision'] : ['corrupt', 'oversize', 'page', 'read'];
      expect([...outcomes.keys()].toSorted()).toEqual(reasons);
    },
  );
});
