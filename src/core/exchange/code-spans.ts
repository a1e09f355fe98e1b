import { groupBy } from '~/core/group-by';

interface Ticks {
  at: number;
  length: number;
  /** True where a backslash makes its first one text, unless it stands in code. */
  isEscaped: boolean;
}

/** The rows of backticks in a text, each looked at once. */
function findRows(text: string): Ticks[] {
  return [...text.matchAll(/`+/g)].map(({ index, 0: ticks }) => {
    let before = index;
    while (text[before - 1] === '\\') before--;
    return { at: index, length: ticks.length, isEscaped: (index - before) % 2 === 1 };
  });
}

/**
 * Replaces the code in a line of Markdown (`` `like this` ``) by what `write` makes of its words. A row of backticks without its like
 * after it is text. In one pass, for the text may be hostile.
 */
export function replaceCode(text: string, write: (code: string) => string): string {
  const rows = findRows(text);
  /** The rows of each length, the last one first. */
  const byLength = groupBy([...rows.keys()].toReversed(), (i) => rows[i]?.length);
  let written = '';
  let from = 0;
  for (let i = 0; i < rows.length; i++) {
    const { at, length, isEscaped } = rows[i] ?? { at: 0, length: 0, isEscaped: true };
    // The rest of a row whose first sign is escaped is taken for escaped, too, which is near enough.
    if (isEscaped) continue;
    const later = byLength.get(length) ?? [];
    while ((later.at(-1) ?? Infinity) <= i) later.pop();
    const end = later.at(-1);
    const closing = end === undefined ? undefined : rows[end];
    if (end === undefined || closing === undefined) continue;
    const code = text.slice(at + length, closing.at);
    written += text.slice(from, at) + write(/^ .*[^ ].* $/.test(code) ? code.slice(1, -1) : code);
    from = closing.at + length;
    i = end;
  }
  return written + text.slice(from);
}
