/** Equal signs in a row, which may open or close an emphasis. */
interface Signs {
  sign: string;
  at: number;
  /** The number of signs that nothing has used yet. */
  left: number;
  opens: boolean;
  closes: boolean;
}

const isBlank = (sign: string): boolean => sign === '' || /\s/.test(sign);
const isPunctuation = (sign: string): boolean => /[\p{P}\p{S}]/u.test(sign);

/** Reads a row of `*`, `_` or `~` as GFM does: within a word, underscores are only characters. */
function readSigns(text: string, match: RegExpExecArray): Signs {
  const [signs] = match;
  const before = text[match.index - 1] ?? '';
  const after = text[match.index + signs.length] ?? '';
  const leansRight = !isBlank(after) && (!isPunctuation(after) || isBlank(before) || isPunctuation(before));
  const leansLeft = !isBlank(before) && (!isPunctuation(before) || isBlank(after) || isPunctuation(after));
  const isWordly = signs.startsWith('_');
  return {
    sign: signs.slice(0, 1),
    at: match.index,
    left: signs.length,
    opens: leansRight && (!isWordly || !leansLeft || isPunctuation(before)),
    closes: leansLeft && (!isWordly || !leansRight || isPunctuation(after)),
  };
}

/** A line of Markdown without the signs of its emphasis; signs that have no others to close them are text. */
export function dropEmphasis(text: string): string {
  const rows = [...text.matchAll(/\*+|_+|~+/g)].map((match) => readSigns(text, match));
  const lengths = rows.map(({ left }) => left);
  const open = new Map<string, Signs[]>();
  for (const row of rows) {
    const before = open.get(row.sign) ?? [];
    open.set(row.sign, before);
    while (row.closes && row.left > 0 && before.length > 0) {
      const opening = before.at(-1);
      if (opening === undefined) break;
      // Two tildes close two, and one closes one.
      if (row.sign === '~' && (opening.left !== row.left || row.left > 2)) break;
      const used = Math.min(row.left, opening.left);
      row.left -= used;
      opening.left -= used;
      if (opening.left === 0) before.pop();
    }
    if (row.opens && row.left > 0) before.push(row);
  }
  let written = '';
  let from = 0;
  rows.forEach(({ at, left, sign }, i) => {
    written += text.slice(from, at) + sign.repeat(left);
    from = at + (lengths[i] ?? 0);
  });
  return written + text.slice(from);
}
