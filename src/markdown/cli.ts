import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { checkContent, listPages } from './check';
import { repairLookAlikes } from './look-alikes';
import { ContentError, type Problem, showProblem } from './problem';
import { readSite } from './site';

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
    const { source, repaired } = repairLookAlikes(readFileSync(file, 'utf8'), { isMdx: page.endsWith('.mdx') });
    if (repaired.length === 0) continue;
    writeFileSync(file, source);
    for (const line of repaired) say(`${path.relative(root, file)}:${line}  repaired`);
  }
}

/**
 * `npm run content`: says everything that is wrong in the content, with file and line; `-- --fix` repairs look-alikes first
 * where the repair is safe. Returns the exit code: 1 if the build would stop.
 */
export function checkFromCommandLine(args: readonly string[], root = process.cwd()): 0 | 1 {
  const contentDir = process.env.CONTENT_DIR ?? 'content';
  if (args.includes('--fix')) repairAll(contentDir, root);
  const today = new Date().toISOString().slice(0, 10);
  const problems = [...checkSite(contentDir, root), ...checkContent({ contentDir, root, base: '/', today })];
  for (const problem of problems)
    say(`${problem.severity === 'error' ? 'error  ' : 'warning'}  ${showProblem(problem)}`);
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  const pages = listPages(path.resolve(root, contentDir)).length;
  say(`${count(pages, 'page')}: ${count(errors, 'error')}, ${count(problems.length - errors, 'warning')}`);
  return errors > 0 ? 1 : 0;
}
