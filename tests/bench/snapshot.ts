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
import type { Figure } from './figure';
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
function measureLinks(size: number, share: number, level: Level, mode: Mode) {
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

const levels: Level[] = ['ticks', 'stamps', 'notes'];
const cases = [30, 130, 500, 2000].flatMap((size) =>
  [0.1, 0.5, 0.9, 1].flatMap((share) =>
    levels.flatMap((level) => (['R', 'P'] as const).map((mode) => ({ size, share, level, mode }))),
  ),
);

/** Prints every length; the figures are the promised lengths, and the slowest link and text. */
export function measure(): Figure[] {
  // Once before, so that the first case does not pay for the start.
  measureLinks(130, 0.9, 'notes', 'R');
  const results = cases
    .filter(({ size, mode }) => mode === 'R' || size <= 500)
    .map((one) => ({ ...one, ...measureLinks(one.size, one.share, one.level, one.mode) }));
  const rows = results.map(({ size, share, level, mode, text, deflate, lz, encoding, decoding }) => [
    [size, share, level, mode].join(', '),
    ...[text, deflate, lz].map((length) => length.toFixed(0)),
    ...[encoding, decoding].map((time) => time.toFixed(1)),
  ]);
  const head = ['items, share, level, mode', 'link', 'JSON+deflate', 'JSON+lz-string', 'encode, ms', 'decode, ms'];
  process.stdout.write(
    `Characters after "#", mean over ${seeds.length} runs; milliseconds, median.\n\n${writeTable(head, rows)}\n\n`,
  );
  const hostile = hostileTexts().map(([, text]) => timeOf(() => decode(text, largestPage))[1]);
  const slowest = (of: (result: (typeof results)[number]) => boolean) =>
    Math.max(...results.filter(of).flatMap(({ encoding, decoding }) => [encoding, decoding]));
  return [
    ...targets.map(([size, share, level, mode, most]) => ({
      what: `link, ${[size, share, level, mode].join(', ')}, characters`,
      measured:
        results.find((one) => one.size === size && one.share === share && one.level === level && one.mode === mode)
          ?.text ?? NaN,
      most,
    })),
    { what: 'link of up to 130 items, written or read, ms', measured: slowest(({ size }) => size <= 130), most: 10 },
    { what: 'link of up to 2,000 items, written or read, ms', measured: slowest(() => true), most: 60 },
    { what: `slowest of ${hostile.length} hostile links, ms`, measured: Math.max(...hostile), most: 500 },
  ];
}
