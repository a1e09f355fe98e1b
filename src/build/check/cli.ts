import { isUtf8 } from 'node:buffer';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Kind } from '~/build/markdown/folders';
import { placePages } from '~/build/markdown/list-pages';
import { addBoxes } from './add-boxes';
import { checkContent } from './check';
import { repairLookAlikes } from '~/build/markdown/look-alikes';
import { isMdxPath } from '~/build/markdown/page-path';
import { type Problem, type Severity, stops } from '~/build/markdown/problem';
import { findUnknownOption, help } from './options';
import { measureReading } from './reading';
import { updateReference } from '~/build/markdown/reference';
import { readTheme } from '~/build/look/theme';
import { readSiteFile } from '~/build/site/read-site';
import { showProblems } from './show-problems';

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const count = (n: number, word: string): string => `${n} ${word}${n === 1 ? '' : 's'}`;

/** A change to a page's text, and the lines, from 1, that it has changed. */
type Rewrite = (source: string, options: { isMdx: boolean }) => { source: string; lines: readonly number[] };

const repair: Rewrite = (source, options) => {
  const { repaired, ...rest } = repairLookAlikes(source, options);
  return { ...rest, lines: repaired };
};
const box: Rewrite = (source, options) => {
  const { added, ...rest } = addBoxes(source, options);
  return { ...rest, lines: added };
};

/** Rewrites pages where they lie, and says so. */
function rewriteAll(
  folder: string,
  root: string,
  pages: readonly string[],
  rewrite: Rewrite,
  tell: (file: string, lines: readonly number[]) => readonly string[],
): void {
  for (const page of pages) {
    const file = path.join(folder, page);
    const bytes = readFileSync(file);
    const { source, lines } = rewrite(bytes.toString(), { isMdx: isMdxPath(page) });
    if (lines.length === 0) continue;
    if (!isUtf8(bytes)) {
      say(`${path.relative(root, file)}  left alone: it is not UTF-8, and would not stay as it is`);
      continue;
    }
    writeFileSync(file, source);
    tell(path.relative(root, file), lines).forEach(say);
  }
}

/** Writes the reference of the front matter into the pages that ask for it; says which. */
function updateReferences(contentDir: string, root: string, pages: readonly string[]): void {
  for (const page of pages) {
    const file = path.resolve(root, contentDir, page);
    const before = readFileSync(file, 'utf8');
    const after = updateReference(before);
    if (after === before) continue;
    writeFileSync(file, after);
    say(`${path.relative(root, file)}  reference written`);
  }
}

/** Reports the reading time of each guide. */
function reportReading(contentDir: string, root: string, pages: readonly string[]): void {
  say('minutes  words  code  guide');
  for (const page of pages) {
    const source = readFileSync(path.resolve(root, contentDir, page), 'utf8');
    const { minutes, words, codeLines } = measureReading(source, isMdxPath(page));
    const columns = [String(minutes).padStart(7), String(words).padStart(5)];
    say([...columns, String(codeLines).padStart(4), page].join('  '));
  }
}

const summary = (problems: readonly Problem[], pages: number): string => {
  const of = (severity: Severity) => problems.filter((problem) => problem.severity === severity).length;
  const broken = of('broken') > 0 ? `, ${of('broken')} broken` : '';
  return `${count(pages, 'page')}: ${count(of('error'), 'error')}${broken}, ${count(of('warning'), 'warning')}`;
};

/**
 * `npm run content`: reports every problem in the content, with file and line; options.ts lists its other acts. Returns
 * the exit code: 1 if the build would stop or something leads nowhere, 2 for an unknown option.
 */
export function checkFromCommandLine(args: readonly string[], root = process.cwd()): 0 | 1 | 2 {
  const unknown = findUnknownOption(args);
  if (unknown !== undefined || args.includes('--help')) {
    for (const line of unknown === undefined ? help : [unknown, '', ...help]) say(line);
    return unknown === undefined ? 0 : 2;
  }
  const contentDir = process.env.CONTENT_DIR ?? 'content';
  const folder = path.resolve(root, contentDir);
  const { site, problems: ofSite } = readSiteFile(contentDir, root);
  const pages = placePages(folder, site?.folders);
  const files = pages.map(({ file }) => file);
  const ofKind = (kind: Kind) =>
    pages.filter(({ contentPath }) => contentPath.startsWith(`${kind}/`)).map(({ file }) => file);
  if (args.includes('--fix')) {
    rewriteAll(folder, root, files, repair, (file, lines) => lines.map((line) => `${file}:${line}  repaired`));
  }
  if (args.includes('--boxes')) {
    rewriteAll(folder, root, ofKind('runbooks'), box, (file, { length }) => [
      `${file}  ${count(length, 'step')} boxed`,
    ]);
  }
  if (args.includes('--reference')) updateReferences(contentDir, root, files);
  if (args.includes('--report')) reportReading(contentDir, root, ofKind('guides'));
  const today = new Date().toISOString().slice(0, 10);
  const ofTheme = readTheme(contentDir, root).problems;
  const problems = [...ofSite, ...ofTheme, ...checkContent({ ...site, contentDir, root, base: '/', today })];
  showProblems(problems).forEach(say);
  say(summary(problems, pages.length));
  return problems.some((problem) => stops(problem, true)) ? 1 : 0;
}
