import type { Page } from '~/core/page/page';
import { headingsOf } from '~/core/page/headings-of';
import type { Past } from '~/core/page/remembered';
import type { FieldLabel, ItemText, RevisionFile } from './revision';

/** Reads the remembered items and fields from a revision file: for each id, its last line [RV5]. */
export const pastOf = ({ texts = [], labels = [] }: RevisionFile): Past => ({
  items: new Map(texts.map(([id, text, ...headings]) => [id, { text, headings }])),
  fields: new Map(labels),
});

/** Returns the lines that differ from the last line that the file has for their ids. */
function findNew<Line extends readonly [string, ...string[]]>(known: readonly Line[], lines: readonly Line[]): Line[] {
  const last = new Map(known.map((line) => [line[0], JSON.stringify(line)]));
  return lines.filter((line) => last.get(line[0]) !== JSON.stringify(line));
}

/**
 * Appends the page's present texts and labels that differ from the last ones in the file; returns the same object if there are none [RV5].
 * A file of format 1 becomes one of format 2.
 */
export function rememberTexts(file: RevisionFile, page: Page): RevisionFile {
  const { texts = [], labels = [] } = file;
  const headings = headingsOf(page);
  const said = findNew(
    texts,
    page.items.map(({ id, text }, i): ItemText => [id, text, ...(headings[i] ?? [])]),
  );
  const called = findNew(
    labels,
    page.fields.map(({ id, label }): FieldLabel => [id, label]),
  );
  if (said.length + called.length === 0) return file;
  return { ...file, format: 2, texts: [...texts, ...said], labels: [...labels, ...called] };
}

/** Writes a revision file as it is kept in git: one id, revision or text per line, so that a diff shows the additions. */
export function writeRevisionFile(file: RevisionFile): string {
  const write = (value: unknown): string =>
    Array.isArray(value) && value.length > 0
      ? `[\n${value.map((line) => `  ${JSON.stringify(line)}`).join(',\n')}\n ]`
      : JSON.stringify(value);
  const parts = Object.entries(file).map(([name, value]) => ` ${JSON.stringify(name)}: ${write(value)}`);
  return `{\n${parts.join(',\n')}\n}\n`;
}
