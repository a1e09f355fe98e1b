import { readFileSync, writeFileSync, writeSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';

/** A part of a document: the name in its marks, and the lines between them. */
export type Part = readonly [name: string, lines: readonly string[]];

/** Replaces the lines between two marks, `<!-- name -->` and `<!-- end of name -->`. Throws where a mark is missing. */
function fill(file: string, text: string, [name, lines]: Part): string {
  const [start, end] = [`<!-- ${name} -->`, `<!-- end of ${name} -->`];
  const [from, to] = [text.indexOf(start), text.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`${file}: expected the marks of “${name}”.`);
  return `${text.slice(0, from + start.length)}\n\n${lines.join('\n')}\n\n${text.slice(to)}`;
}

/** Writes the parts of a document that come from a run, and says whether anything changed. */
export async function writeParts(file: string, parts: readonly Part[]): Promise<void> {
  const before = readFileSync(file, 'utf8');
  const filled = parts.reduce((text, part) => fill(file, text, part), before);
  const after = await format(filled, { ...(await resolveConfig(file)), filepath: file });
  writeFileSync(file, after);
  writeSync(1, `${file}: ${after === before ? 'unchanged' : 'written'}.\n`);
}
