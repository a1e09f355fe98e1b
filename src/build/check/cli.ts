import { isUtf8 } from 'node:buffer';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { placePages } from '~/build/markdown/list-pages';
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

/** Repairs the lines that can only have been meant as items; says which. */
function repairAll(contentDir: string, root: string, pages: readonly string[]): void {
  for (const page of pages) {
    const file = path.resolve(root, contentDir, page);
    const bytes = readFileSync(file);
    const { source, repaired } = repairLookAlikes(bytes.toString(), { isMdx: isMdxPath(page) });
    if (repaired.length === 0) continue;
    if (!isUtf8(bytes)) {
      say(`${path.relative(root, file)}  left alone: it is not UTF-8, and would not stay as it is`);
      continue;
    }
    writeFileSync(file, source);
    for (const line of repaired) say(`${path.relative(root, file)}:${line}  repaired`);
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
  const guides = pages.filter(({ contentPath }) => contentPath.startsWith('guides/')).map(({ file }) => file);
  if (args.includes('--fix')) repairAll(contentDir, root, files);
  if (args.includes('--reference')) updateReferences(contentDir, root, files);
  if (args.includes('--report')) reportReading(contentDir, root, guides);
  const today = new Date().toISOString().slice(0, 10);
  const ofTheme = readTheme(contentDir, root).problems;
  const problems = [...ofSite, ...ofTheme, ...checkContent({ ...site, contentDir, root, base: '/', today })];
  showProblems(problems).forEach(say);
  say(summary(problems, pages.length));
  return problems.some((problem) => stops(problem, true)) ? 1 : 0;
}
