/** The characters of a longer value are more than any name, version or address has. */
export const longestValue = 200;

/**
 * The form of a value whose author gives no pattern [VA3]: nothing that a shell reads as more than a letter, and no dash
 * at its beginning, which would make an option of it.
 */
const usual = /^(?!-)[A-Za-z0-9._:/@%+=,-]+$/;

/** Characters that no pattern lets into code: control characters, line ends, and characters that are invisible or turn the direction of text. */
const never = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\u2028\u2029]/u;

const compiled = new Map<string, RegExp | undefined>();

/** Compiles an author's pattern, which a value must fit as a whole; `undefined` where it is none. */
export function compilePattern(source: string): RegExp | undefined {
  if (source === '') return usual;
  if (compiled.has(source)) return compiled.get(source);
  let pattern: RegExp | undefined;
  try {
    // By itself first: a pattern that only compiles within the group would let a value fit a part of it.
    new RegExp(source, 'u');
    pattern = new RegExp(`^(?:${source})$`, 'u');
  } catch {
    pattern = undefined;
  }
  compiled.set(source, pattern);
  return pattern;
}

/** Tells whether a value may be put into code [VA3]; a value whose pattern is none never may. */
export const fitsPattern = (value: string, pattern: string): boolean =>
  value !== '' && value.length <= longestValue && !never.test(value) && compilePattern(pattern)?.test(value) === true;
