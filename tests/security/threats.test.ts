import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { hostileStrings } from '../hostile/strings';
import { threats } from './threats';

describe('SECURITY.md', () => {
  test.each(threats(hostileStrings.length).map((one) => [one.threat, one] as const))(
    'names what stops it, and the tests that show so: %s',
    (threat, { stops, tries, proofs }) => {
      const rows = readFileSync('SECURITY.md', 'utf8')
        .split('\n')
        .map((line) => line.split('|').map((cell) => cell.trim()));
      const row = rows.find((cells) => cells[1] === threat) ?? [];
      expect(row.slice(2, 4)).toEqual([stops, tries ?? 'once a test']);
      expect(proofs.filter(([file, title]) => !readFileSync(file, 'utf8').includes(title))).toEqual([]);
      expect(proofs.filter(([file]) => !row[4]?.includes(file))).toEqual([]);
    },
  );

  test('tries at least 150 strings, none of them twice', () => {
    expect(new Set(hostileStrings).size).toBe(hostileStrings.length);
    expect(hostileStrings.length).toBeGreaterThanOrEqual(150);
  });
});
