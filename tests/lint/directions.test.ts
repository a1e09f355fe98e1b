import { ESLint } from 'eslint';
import { describe, expect, it } from 'vitest';

const eslint = new ESLint();

/** What the linter says of a file with that text at that path. */
async function lint(filePath: string, code: string): Promise<string[]> {
  const [result] = await eslint.lintText(code, { filePath });
  return (result?.messages ?? []).map(({ message }) => message);
}

/** The text of a file that imports a module and uses it. */
function importing(file: string, module: string): string {
  const line = `import * as used from '${module}';`;
  return file.endsWith('.astro') ? `---\n${line}\n---\n\n{used}\n` : `${line}\n\nexport const uses = used;\n`;
}

describe('an import against the direction of the layers is refused with a sentence', () => {
  const breaches: [file: string, module: string, sentence: string][] = [
    ['src/core/run/breach.ts', 'nanostores', 'core imports nothing but core'],
    ['src/core/run/breach.ts', 'node:fs', 'core imports nothing but core'],
    ['src/core/run/breach.ts', '~/stores/run', 'core imports nothing but core'],
    ['src/markdown/breach.ts', '~/stores/run', 'markdown imports core (and words) alone'],
    ['src/stores/breach.ts', '~/islands/search', 'stores import core (and words) alone'],
    ['src/islands/breach.tsx', '~/components/library', 'islands import stores, core and words'],
    ['src/islands/breach.ts', '~/markdown/items', 'islands import stores, core and words'],
    ['src/components/breach.ts', '~/stores/run', 'components import neither stores'],
    ['src/components/Breach.astro', '~/layouts/Shell.astro', 'components import neither stores'],
    ['src/layouts/Breach.astro', '~/stores/run', 'layouts import neither stores'],
    ['src/pages/breach.astro', '~/stores/run', 'Astro files never import stores'],
    ['src/islands/breach.ts', '../stores/run', 'in the same folder import with ./'],
  ];
  it.each(breaches)('%s may not import %s', async (file, module, sentence) => {
    expect((await lint(file, importing(file, module))).join('\n')).toContain(sentence);
  });
});

describe('core is pure', () => {
  const impurities: [code: string, sentence: string][] = [
    ['export const width = window.innerWidth;\n', 'core is pure: no DOM, no clock, no randomness'],
    ['export const kept = localStorage.length;\n', 'core is pure: no DOM, no clock, no randomness'],
    ['export const now = Date.now();\n', 'core has no clock'],
    ['export const dice = Math.random();\n', 'core has no randomness'],
  ];
  it.each(impurities)('not with %j', async (code, sentence) => {
    expect((await lint('src/core/run/breach.ts', code)).join('\n')).toContain(sentence);
  });
});

it.each([
  ['src/core/run/fine.ts', '~/core/result'],
  ['src/core/run/fine.ts', './entry'],
  ['src/islands/fine.ts', '~/stores/run'],
  ['src/pages/fine.astro', '~/layouts/Shell.astro'],
])('%s may import %s', async (file, module) => {
  expect(await lint(file, importing(file, module))).toEqual([]);
});
