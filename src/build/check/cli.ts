import { isUtf8 } from 'node:buffer';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { checkContent, listPages } from './check';
import { repairLookAlikes } from '~/build/markdown/look-alikes';
import { ContentError, type Problem, showProblem } from '~/build/markdown/problem';
import { measureReading } from './reading';
import { updateReference } from '~/build/markdown/reference';
import { readSite } from '~/build/site/read-site';

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const count = (n: number, word: string): string => `${n} ${word}${n === 1 ? '' : 's'}`;

function checkSite(contentDir: string, root: string): readonly Problem[] {
  try {
    readSite(contentDir, root);
    return [];
  } catch (error) {
    if (error instanceof ContentError) return error.problems;
    throw error;
  }
}

/** Repairs what can only have been meant as an item; says which lines. */
function repairAll(contentDir: string, root: string): void {
  for (const page of listPages(path.resolve(root, contentDir))) {
    const file = path.resolve(root, contentDir, page);
    const bytes = readFileSync(file);
    const { source, repaired } = repairLookAlikes(bytes.toString(), { isMdx: page.endsWith('.mdx') });
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
function updateReferences(contentDir: string, root: string): void {
  for (const page of listPages(path.resolve(root, contentDir))) {
    const file = path.resolve(root, contentDir, page);
    const before = readFileSync(file, 'utf8');
    const after = updateReference(before);
    if (after === before) continue;
    writeFileSync(file, after);
    say(`${path.relative(root, file)}  reference written`);
  }
}

/** Says of each guide how long it takes to read, and how many years of school it asks for. */
function reportReading(contentDir: string, root: string): void {
  say('minutes  grade  words  code  guide');
  for (const page of listPages(path.resolve(root, contentDir)).filter((name) => name.startsWith('guides/'))) {
    const source = readFileSync(path.resolve(root, contentDir, page), 'utf8');
    const { minutes, grade, words, codeLines } = measureReading(source, page.endsWith('x'));
    const columns = [String(minutes).padStart(7), grade.toFixed(1).padStart(5), String(words).padStart(5)];
    say([...columns, String(codeLines).padStart(4), page].join('  '));
  }
}

/**
 * `npm run content`: says everything that is wrong in the content, with file and line; `-- --fix` repairs look-alikes first
 * where the repair is safe, `-- --reference` writes the reference of the front matter, `-- --report` adds reading time and grade of
 * every guide. Returns the exit code: 1 if the build would stop.
 */
export function checkFromCommandLine(args: readonly string[], root = process.cwd()): 0 | 1 {
  const contentDir = process.env.CONTENT_DIR ?? 'content';
  if (args.includes('--fix')) repairAll(contentDir, root);
  if (args.includes('--reference')) updateReferences(contentDir, root);
  if (args.includes('--report')) reportReading(contentDir, root);
  const today = new Date().toISOString().slice(0, 10);
  const problems = [...checkSite(contentDir, root), ...checkContent({ contentDir, root, base: '/', today })];
  for (const problem of problems)
    say(`${problem.severity === 'error' ? 'error  ' : 'warning'}  ${showProblem(problem)}`);
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  const pages = listPages(path.resolve(root, contentDir)).length;
  say(`${count(pages, 'page')}: ${count(errors, 'error')}, ${count(problems.length - errors, 'warning')}`);
  return errors > 0 ? 1 : 0;
}
