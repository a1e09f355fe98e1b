/** Two degrees of likeness between the output and what the guide shows: times and hashes never count, with `loose` no number does. */
export type Closeness = 'exact' | 'loose';

const volatile: readonly [RegExp, string][] = [
  // A commit's short name at the beginning of a line may happen to be all digits or all letters.
  [/^[0-9a-f]{7}(?= \S)/gm, '<hash>'],
  [/\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/g, '<id>'],
  [/\d{4}-\d{2}-\d{2}[ T]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:\+00(?::00)?|Z| UTC)?/g, '<time>'],
  [/\b\d{8}T\d{4}Z\b/g, '<time>'],
  [/\b(?=[0-9a-f]*\d)(?=[0-9a-f]*[a-f])[0-9a-f]{6,}\b/g, '<hash>'],
  [/\b[0-9A-F]{24}\b/g, '<file>'],
  [/\(was [0-9a-f]{7}\)/g, '(was <hash>)'],
  [/\b[A-Z][a-z]{2} +\d+ \d\d:\d\d:\d\d \d{4} GMT/g, '<time>'],
  [/OpenSSL\/[\d.]+[a-z]?/g, 'OpenSSL'],
  [/SHA256:[A-Za-z0-9+/]+/g, '<key>'],
];

/** The text with all that differs from run to run taken out; the width of columns does not count either. */
export function mask(text: string, closeness: Closeness = 'exact'): string {
  let masked = text;
  for (const [pattern, word] of volatile) masked = masked.replace(pattern, word);
  if (closeness === 'loose') masked = masked.replace(/\d+(?:[.,:]\d+)*/g, '<n>');
  return masked
    .split('\n')
    .map((line) => line.replace(/-{2,}/g, '--').replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '')
    .join('\n');
}

/** Tells whether two outputs say the same. */
export const saysTheSame = (printed: string, shown: string, closeness?: Closeness): boolean =>
  mask(printed, closeness) === mask(shown, closeness);
