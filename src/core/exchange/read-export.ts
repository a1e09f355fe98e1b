import type { Structure } from '~/core/page/structure';
import { ok, refuse, type Result } from '~/core/result';
import { parseRecord, type RecordRefusal } from '~/core/run/record';
import { longestJson, type Imported, type Importer } from './imported';
import { readMarkdown, type MarkdownRefusal } from './read-markdown';

export type ExportRefusal = MarkdownRefusal | RecordRefusal;

/** Reads a file of either kind [EX9]: JSON begins with a brace, and so may Markdown with components. */
export function readExport(text: unknown, structure: Structure, importer: Importer): Result<Imported, ExportRefusal> {
  if (typeof text !== 'string') return refuse('not-text');
  if (!/^\uFEFF?\s*\{/.test(text)) return readMarkdown(text, structure, importer);
  if (text.length > longestJson) return refuse('too-long');
  const record = parseRecord(text.replace(/^\uFEFF/, ''));
  if (record.ok) return ok({ run: record.value.run, from: 'json', leftOut: [], missing: record.value.refused });
  if (record.reason !== 'not-json') return record;
  const markdown = readMarkdown(text, structure, importer);
  return markdown.ok ? markdown : record;
}
