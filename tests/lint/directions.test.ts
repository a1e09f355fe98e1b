import { ESLint } from 'eslint';
import { describe, expect, it } from 'vitest';

const eslint = new ESLint();

/** The linter's messages about a file with that text at that path. */
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
    ['src/core/exchange/breach.ts', 'nanostores', 'core imports nothing but core'],
    ['src/core/exchange/breach.ts', 'node:fs', 'core imports nothing but core'],
    ['src/core/snapshot/breach.ts', '~/stores/run', 'core imports nothing but core'],
    ['src/core/page/breach.ts', '~/core/run/run', 'runs know pages, never the other way round'],
    ['src/core/page/breach.ts', 'nanostores', 'core/page imports nothing but itself'],
    ['src/core/run/breach.ts', '~/core/snapshot/seal', 'the rest of core builds on runs'],
    ['src/core/run/breach.ts', '~/stores/run', 'core/run imports core/page and itself'],
    ['src/build/markdown/breach.ts', '~/stores/run', 'build imports core, words and the tokens of the look alone'],
    ['src/stores/breach.ts', '~/client/search/search', 'stores import core (and words) alone'],
    ['src/words/breach.ts', '~/client/text/clock-text', 'words import core alone'],
    ['src/client/text/breach.ts', '~/stores/run', 'client/text imports core and words alone'],
    ['src/client/sheet/breach.ts', '~/client/acts/announce', 'client/sheet imports text, stores, core and words alone'],
    ['src/client/inline/breach.ts', '~/stores/run', 'client/inline runs before the first paint'],
    ['src/client/worker/breach.ts', '~/stores/run', 'client/worker is a script of its own'],
    ['src/client/page/breach.ts', '~/core/result', 'client/page comes with every page'],
    ['src/client/desk/breach.tsx', '~/client/share/ShareDialog', 'acts and desk come early'],
    ['src/client/acts/breach.ts', '~/client/follow/watch-pauses', 'acts and desk come early'],
    ['src/client/search/breach.ts', '~/client/runs/most-shown', 'and no other moment'],
    ['src/client/runs/breach.tsx', '~/components/library', 'and no other moment'],
    ['src/client/follow/breach.ts', '~/build/markdown/items', 'and no other moment'],
    ['src/components/breach.ts', '~/stores/run', 'components import neither stores'],
    ['src/components/Breach.astro', '~/layouts/Shell.astro', 'components import neither stores'],
    ['src/layouts/Breach.astro', '~/stores/run', 'layouts import neither stores'],
    ['src/pages/breach.astro', '~/stores/run', 'Astro files never import stores'],
    ['src/client/desk/breach.ts', '../stores/run', 'in the same folder import with ./'],
  ];
  it.each(breaches)('%s may not import %s', async (file, module, sentence) => {
    expect((await lint(file, importing(file, module))).join('\n')).toContain(sentence);
  });
});

it('a panel is imported by the registry of panels alone', async () => {
  const code = "export const open = () => import('~/client/share/ShareDialog');\n";
  const sentence = 'only client/desk/registry imports panels by import()';
  expect((await lint('src/client/acts/breach.ts', code)).join('\n')).toContain(sentence);
  expect(await lint('src/client/desk/registry.ts', code)).toEqual([]);
});

describe('core is pure', () => {
  const impurities: [code: string, sentence: string][] = [
    ['export const width = window.innerWidth;\n', 'core is pure: no DOM, no clock, no randomness'],
    ['export const kept = localStorage.length;\n', 'core is pure: no DOM, no clock, no randomness'],
    ['export const now = Date.now();\n', 'core has no clock'],
    ['export const dice = Math.random();\n', 'core has no randomness'],
    ['export const sorted = Map.groupBy([1], String);\n', 'core/group-by is one'],
  ];
  it.each(impurities)('not with %j', async (code, sentence) => {
    expect((await lint('src/core/run/breach.ts', code)).join('\n')).toContain(sentence);
  });
});

it.each([
  ['src/core/run/fine.ts', '~/core/result'],
  ['src/core/run/fine.ts', './entry'],
  ['src/client/runs/fine.ts', '~/stores/run'],
  ['src/client/acts/fine.ts', '~/client/desk/registry'],
  ['src/pages/fine.astro', '~/layouts/Shell.astro'],
])('%s may import %s', async (file, module) => {
  expect(await lint(file, importing(file, module))).toEqual([]);
});
