import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { records, samples } from './golden-runs';
import { decode, encode } from './links';

/**
 * Links that must decode to the same run for ever. A new sample gets its file by `UPDATE=1`; a file that is there is never written again:
 * where it disagrees, the codec is wrong, or the format needs a new version beside this one.
 */
const folders = {
  '1': new URL('../../golden/v1/', import.meta.url),
  '2': new URL('../../golden/v2/', import.meta.url),
};
const formats = Object.entries({ '1': samples, '2': records });

describe.each(formats)('links of format %s that were sent', (version, kept) => {
  const folder = folders[version === '2' ? '2' : '1'];
  const fileOf = (name: string) => new URL(`${name}.json`, folder);

  for (const [name, sample] of Object.entries(kept)) {
    if (!process.env['UPDATE'] || existsSync(fileOf(name))) continue;
    const text = encode(sample.run, sample.page, sample.mode);
    writeFileSync(
      fileOf(name),
      `${JSON.stringify({ text, mode: sample.mode, page: sample.page, run: sample.run }, null, 1)}\n`,
    );
  }

  const names = readdirSync(folder).map((file) => file.replace('.json', ''));

  test('are all there', () => expect(names.toSorted()).toEqual(Object.keys(kept).toSorted()));

  test.each(names)('[SN11] %s: it still holds the same run, and is written the same', (name) => {
    const golden = JSON.parse(readFileSync(fileOf(name), 'utf8'));
    expect(golden.text).toMatch(new RegExp(`^${version}`));
    expect(decode(golden.text, golden.page)).toEqual(golden.run);
    expect(encode(golden.run, golden.page, golden.mode)).toBe(golden.text);
  });
});
