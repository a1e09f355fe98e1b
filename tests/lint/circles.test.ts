import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';

/** The one module that may close a circle: panels open one another through it. */
const registry = 'src/client/desk/registry';

const withoutEnding = (file: string): string => file.replace(/\.tsx?$/, '');

/** The modules of the project that a source file names: by a static import, one of types, or `import()`. */
function importsOf(file: string, code: string): string[] {
  const names = [...code.matchAll(/(?:\bfrom|\bimport)\s*\(?\s*'((?:~|\.)\/[^'?]+)'/g)].map(([, name = '']) => name);
  return names.map((name) =>
    name.startsWith('~/') ? `src/${name.slice(2)}` : path.posix.join(path.dirname(file), name),
  );
}

/** The circles among modules: each is a way from a module back to itself. */
function findCircles(modules: ReadonlyMap<string, readonly string[]>): string[][] {
  const circles: string[][] = [];
  const done = new Set<string>();
  const visit = (module: string, way: readonly string[]): void => {
    const at = way.indexOf(module);
    if (at >= 0) return void circles.push([...way.slice(at), module]);
    if (done.has(module)) return;
    for (const next of modules.get(module) ?? []) visit(next, [...way, module]);
    done.add(module);
  };
  for (const module of modules.keys()) visit(module, []);
  return circles;
}

const read = (): Map<string, string[]> => {
  const files = globSync('src/**/*.{ts,tsx}').filter((file) => withoutEnding(file) !== registry);
  return new Map(files.map((file) => [withoutEnding(file), importsOf(file, readFileSync(file, 'utf8'))]));
};

it('no module imports itself by way of others, but through the registry of panels', () => {
  expect(findCircles(read())).toEqual([]);
});

it('a planted circle is found, whatever kind of import closes it', () => {
  const modules = read().set('src/a', ['src/b']).set('src/b', importsOf('src/b.ts', "void import('./a');"));
  expect(findCircles(modules)).toEqual([['src/a', 'src/b', 'src/a']]);
});
