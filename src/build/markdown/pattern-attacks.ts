/*
 * Texts over which a regular expression may think for hours: something that it repeats, said again and again, with an end that does
 * not fit. There may be many ways to divide such a text among two repetitions, and all of them are tried before it is refused.
 */

/** A part of a regular expression: one character, or a choice of sequences; and how often it must come, and whether it may go on. */
interface Part {
  choices: readonly (readonly Part[])[];
  /** A character that it stands for, where it is one. */
  sample: string;
  least: number;
  isRepeated: boolean;
}

/** Characters that the parts of usual patterns stand for. */
const probes = [...'a0-._/:@A xZ9%+,=~éж漢'];

/** One character of a pattern: a class, an escape, or the character itself. */
const character = /\[(?:\\.|[^\]\\])*\]|\\(?:[pPux]\{[^}]*\}|u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2}|c[A-Za-z]|.)|[^()|]/uy;
const opening = /\((?:\?(?:[:=!]|<[=!]|<[^>]+>))?/y;
const quantifier = /(?:[*+?]|\{(\d+)(,?)(\d*)\})\??/y;

/** The first character that a class or an escape stands for; empty for a boundary, or a rare one. */
function sampleOf(source: string): string {
  if (source.length === 1 && !'.^$'.includes(source)) return source;
  if (source === '^' || source === '$') return '';
  const own = source.replace(/[[\]\\^]/g, '');
  const fits = new RegExp(`^${source}$`, 'u');
  return [...probes, ...own].find((probe) => fits.test(probe)) ?? '';
}

/** Reads a pattern, which is known to be one, into its parts. */
function readPattern(source: string): Part['choices'] {
  let at = 0;
  const take = (pattern: RegExp) => {
    pattern.lastIndex = at;
    const found = pattern.exec(source);
    if (found) at = pattern.lastIndex;
    return found;
  };
  const readChoices = (): Part[][] => {
    const choices: Part[][] = [[]];
    while (at < source.length && source[at] !== ')') {
      if (source[at] === '|') {
        at++;
        choices.push([]);
        continue;
      }
      const isGroup = take(opening) !== null;
      const inner = isGroup ? readChoices() : [];
      const sample = isGroup ? '' : sampleOf(take(character)?.[0] ?? '');
      if (isGroup) at++;
      const [repeat, from, comma, to] = take(quantifier) ?? [''];
      const least = from === undefined ? (/^[*?]/.test(repeat) ? 0 : 1) : Number(from);
      const isOpenEnded = /^[*+]/.test(repeat) || (comma === ',' && (to === '' || Number(to) > 9));
      choices.at(-1)?.push({ choices: inner, sample, least, isRepeated: isOpenEnded || least > 9 });
    }
    return choices;
  };
  return readChoices();
}

const sayAll = (parts: readonly Part[]): string => parts.map(sayPart).join('');

/** The shortest text that a part stands for. */
const sayPart = (part: Part): string => sayOnce(part).repeat(Math.min(part.least, 20));

/** A text that a part stands for, said once, however often it must come. */
const sayOnce = ({ choices, sample }: Part): string => (choices.length === 0 ? sample : sayAll(choices[0] ?? []));

/** Texts of which a part is made when it is said once: each of its choices, and each of the characters within. */
function findPumps({ choices, sample }: Part): string[] {
  const inner = choices.flatMap((choice) => [
    sayAll(choice.map((part) => ({ ...part, least: Math.max(1, part.least) }))),
    ...choice.flatMap(findPumps),
  ]);
  return [sample, ...inner].filter((pump) => pump !== '');
}

/** Writes the attacks on each part that is repeated; `before`: what stands before it. */
function attackParts(choices: Part['choices'], before: string): string[] {
  return choices.flatMap((parts) =>
    parts.flatMap((part, i) => {
      const start = before + sayAll(parts.slice(0, i));
      const pumps = part.isRepeated ? [...new Set(findPumps(part))].map((pump) => [start, pump] as const) : [];
      return [...pumps.map(([text, pump]) => text + pump.repeat(200)), ...attackParts(part.choices, start)];
    }),
  );
}

/** Texts that begin as a pattern wants and end as it does not, each of `length` characters. */
export const writeAttacks = (pattern: string, length: number): string[] =>
  [...new Set(attackParts(readPattern(pattern), ''))].flatMap((text) =>
    ['!', '\u{2603}', ' ', 'a'].map((end) => text.slice(0, length - 1) + end),
  );
