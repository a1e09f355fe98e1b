interface Run {
  sign: string;
  at: number;
  /** The number of signs that nothing has used yet. */
  left: number;
  opens: boolean;
  closes: boolean;
}

const isBlank = (sign: string): boolean => sign === '' || /\s/.test(sign);
const isMark = (sign: string): boolean => /[\p{P}\p{S}]/u.test(sign);

/** Reads a run of `*`, `_` or `~` as GFM does: within a word, underscores are only characters. */
function readRun(text: string, match: RegExpExecArray): Run {
  const [signs] = match;
  const before = text[match.index - 1] ?? '';
  const after = text[match.index + signs.length] ?? '';
  const leansRight = !isBlank(after) && (!isMark(after) || isBlank(before) || isMark(before));
  const leansLeft = !isBlank(before) && (!isMark(before) || isBlank(after) || isMark(after));
  const isWordly = signs.startsWith('_');
  return {
    sign: signs.slice(0, 1),
    at: match.index,
    left: signs.length,
    opens: leansRight && (!isWordly || !leansLeft || isMark(before)),
    closes: leansLeft && (!isWordly || !leansRight || isMark(after)),
  };
}

/** A line of Markdown without the signs of its emphasis; signs that have no others to close them are text. */
export function dropEmphasis(text: string): string {
  const runs = [...text.matchAll(/\*+|_+|~+/g)].map((match) => readRun(text, match));
  const lengths = runs.map(({ left }) => left);
  const open = new Map<string, Run[]>();
  for (const run of runs) {
    const before = open.get(run.sign) ?? [];
    open.set(run.sign, before);
    while (run.closes && run.left > 0 && before.length > 0) {
      const opening = before.at(-1);
      if (opening === undefined) break;
      // Two tildes close two, and one closes one.
      if (run.sign === '~' && (opening.left !== run.left || run.left > 2)) break;
      const used = Math.min(run.left, opening.left);
      run.left -= used;
      opening.left -= used;
      if (opening.left === 0) before.pop();
    }
    if (run.opens && run.left > 0) before.push(run);
  }
  let written = '';
  let from = 0;
  runs.forEach(({ at, left, sign }, i) => {
    written += text.slice(from, at) + sign.repeat(left);
    from = at + (lengths[i] ?? 0);
  });
  return written + text.slice(from);
}
