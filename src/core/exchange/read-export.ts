import type { Structure } from '~/core/page/structure';
import { ok, refuse, type Result } from '~/core/result';
import { readArchive, type Archive, type ArchiveRefusal } from './archive';
import { longestJson, type Imported, type Importer } from './imported';
import { readMarkdown, type MarkdownRefusal } from './read-markdown';

/** `many-runs`: an archive with several runs of the page. */
export type ExportRefusal = MarkdownRefusal | ArchiveRefusal | 'many-runs';

/** Takes the run of a page from a JSON file: the only one of it; where there is none, another page's, which is told as such. */
function pickRun({ runs, refused, leftOut }: Archive, page: string): Result<Imported, ExportRefusal> {
  const own = runs.filter((run) => run.page === page);
  const run = own[0] ?? runs[0];
  if (run === undefined) return refuse(refused[0]?.reason ?? 'not-a-run');
  return own.length > 1 ? refuse('many-runs') : ok({ run, from: 'json', leftOut: [], missing: leftOut });
}

/** Reads a file of either kind [EX9]: JSON begins with a brace, and so may Markdown with components. */
export function readExport(text: unknown, structure: Structure, importer: Importer): Result<Imported, ExportRefusal> {
  if (typeof text !== 'string') return refuse('not-text');
  if (!/^\uFEFF?\s*\{/.test(text)) return readMarkdown(text, structure, importer);
  if (text.length > longestJson) return refuse('too-long');
  const archive = readArchive(text);
  if (archive.ok) return pickRun(archive.value, structure.page.id);
  if (archive.reason !== 'not-json') return archive;
  const markdown = readMarkdown(text, structure, importer);
  return markdown.ok ? markdown : archive;
}
