/* eslint-disable no-console -- a bench prints */
import { isDeepStrictEqual } from 'node:util';
import { deflateRawSync } from 'node:zlib';
import lzString from 'lz-string';
import { stateOf, type Run } from '~/core/run/run';
import { decodeSnapshot, readEnvelope } from '~/core/snapshot/decode';
import { encodeSnapshot } from '~/core/snapshot/encode';
import type { Mode } from '~/core/snapshot/seal';
import type { SnapshotPage } from '~/core/snapshot/snapshot-page';
import { generatePage, generateRun, type Level } from './generate-runs';
import { hostileTexts, largestPage } from './hostile';
import { meanOf, medianOf, timeOf, writeTable } from './table';

const seeds = Array.from({ length: 20 }, (_, i) => i + 1);
const prefix = 'run='.length;

function encode(run: Run, page: SnapshotPage, mode: Mode): string {
  const encoded = encodeSnapshot(run, page, { mode });
  if (!encoded.ok) throw new Error(`${page.items.length} items do not fit`);
  return encoded.value;
}

function decode(text: string, page: SnapshotPage) {
  const envelope = readEnvelope(text);
  return envelope.ok ? decodeSnapshot(envelope.value, page) : envelope;
}

/** The same state as others would send it: an array for each entry. */
const jsonOf = ({ id, start, entries }: Run) =>
  JSON.stringify([id, start, entries.map(({ key, value, at, seq, by }) => [key, value, at, seq, by])]);

/** Means over the seeds in characters, medians in milliseconds; every link is read again and compared. */
function measure(size: number, share: number, level: Level, mode: Mode) {
  const page = generatePage(size);
  const results = seeds.map((seed) => {
    const run = generateRun(page, share, level, seed);
    const [text, encoding] = timeOf(() => encode(run, page, mode));
    const [decoded, decoding] = timeOf(() => decode(text, page));
    if (!decoded.ok || !isDeepStrictEqual(stateOf(decoded.value), stateOf(run))) throw new Error('the link differs');
    const json = jsonOf(run);
    return {
      text: prefix + text.length,
      lz: prefix + lzString.compressToEncodedURIComponent(json).length,
      deflate: prefix + deflateRawSync(json, { level: 9 }).toString('base64url').length,
      encoding,
      decoding,
    };
  });
  const mean = (of: 'text' | 'lz' | 'deflate') => meanOf(results.map((result) => result[of]));
  const median = (of: 'encoding' | 'decoding') => medianOf(results.map((result) => result[of]));
  return {
    text: mean('text'),
    lz: mean('lz'),
    deflate: mean('deflate'),
    encoding: median('encoding'),
    decoding: median('decoding'),
  };
}

/** The promised lengths, in characters after `#`. */
const targets: [size: number, share: number, level: Level, mode: Mode, most: number][] = [
  [130, 0.5, 'stamps', 'R', 160],
  [130, 0.9, 'stamps', 'R', 215],
  [130, 0.9, 'notes', 'R', 950],
  [130, 0.9, 'stamps', 'P', 850],
  [2000, 0.9, 'stamps', 'R', 1950],
];
const mostMilliseconds = (size: number) => (size > 130 ? 60 : 10);

const missed: string[] = [];
const check = (name: string, value: number, most: number) => {
  if (!(value <= most)) missed.push(`${name}: ${value.toFixed(1)}, at most ${most}`);
};

const levels: Level[] = ['ticks', 'stamps', 'notes'];
const cases = [30, 130, 500, 2000].flatMap((size) =>
  [0.1, 0.5, 0.9, 1].flatMap((share) =>
    levels.flatMap((level) => (['R', 'P'] as const).map((mode) => ({ size, share, level, mode }))),
  ),
);

measure(130, 0.9, 'notes', 'R');

const rows = cases.flatMap(({ size, share, level, mode }) => {
  if (mode === 'P' && size > 500) return [];
  const result = measure(size, share, level, mode);
  const name = `${size}, ${share}, ${level}, ${mode}`;
  const target = targets.find((known) => known.slice(0, 4).join() === [size, share, level, mode].join())?.[4];
  if (target !== undefined) check(name, result.text, target);
  check(`${name}: encoding`, result.encoding, mostMilliseconds(size));
  check(`${name}: decoding`, result.decoding, mostMilliseconds(size));
  const { text, lz, deflate, encoding, decoding } = result;
  return [
    [name, text.toFixed(0), target ?? '', deflate.toFixed(0), lz.toFixed(0), encoding.toFixed(1), decoding.toFixed(1)],
  ];
});

console.log('Characters after "#", mean over 20 runs; milliseconds, median.\n');
console.log(
  writeTable(
    ['items, share, level, mode', 'link', 'target', 'JSON+deflate', 'JSON+lz-string', 'encode', 'decode'],
    rows,
  ),
);

const hostile = hostileTexts().map(([name, text]) => {
  const [decoded, took] = timeOf(() => decode(text, largestPage));
  check(`hostile text "${name}"`, took, 500);
  return [name, text.length, decoded.ok ? 'read' : decoded.reason.kind, took.toFixed(0)];
});
console.log(`\n${writeTable(['hostile text', 'characters', 'outcome', 'ms'], hostile)}`);

for (const line of missed) console.error(`MISSED ${line}`);
process.exitCode = missed.length > 0 ? 1 : 0;
