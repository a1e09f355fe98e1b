import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { createCompiler } from '~/build/check/check';
import { showProblem } from '~/build/markdown/problem';

/**
 * Each folder of `fixtures/runbooks` and `fixtures/guides` is a page: `input.md` (or `.mdx`), and what becomes of it.
 * `expected.json` is the page's model and links, `error.txt`, `broken.txt` and `warnings.txt` are there if anything is to be said.
 * `UPDATE=1` writes them anew: read the difference before you commit it.
 */
const root = path.join(import.meta.dirname, 'fixtures');
const compile = createCompiler({ root, contentDir: '.', base: '/docs' });
const folders = ['runbooks', 'guides'].flatMap((kind) =>
  readdirSync(path.join(root, kind)).map((name) => `${kind}/${name}`),
);

function expectFile(file: string, actual: string): void {
  if (process.env.UPDATE) {
    if (actual === '') rmSync(file, { force: true });
    else writeFileSync(file, actual);
  }
  const expected = existsSync(file) ? readFileSync(file, 'utf8') : '';
  expect(actual).toBe(expected);
}

describe.each(folders)('%s', (name) => {
  const folder = path.join(root, name);
  const input = path.join(folder, existsSync(path.join(folder, 'input.mdx')) ? 'input.mdx' : 'input.md');

  it('becomes what is expected', () => {
    const { output, data, isMdx } = compile(input);
    const { problems, ...model } = data;
    const say = (severity: string) =>
      problems
        .filter((problem) => problem.severity === severity)
        .map((problem) => `${showProblem(problem)}\n`)
        .join('');
    expectFile(path.join(folder, isMdx ? 'expected.js' : 'expected.html'), output);
    expectFile(path.join(folder, 'expected.json'), `${JSON.stringify(model, null, 2)}\n`);
    expectFile(path.join(folder, 'warnings.txt'), say('warning'));
    expectFile(path.join(folder, 'broken.txt'), say('broken'));
    expectFile(path.join(folder, 'error.txt'), say('error'));
  });
});
