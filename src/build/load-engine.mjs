// Loads the engine, which is written in TypeScript: compiled to one module, which is kept as long as its sources are what they were.
import { createHash } from 'node:crypto';
import {
  existsSync,
  globSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { namePackages } from './cache/name-packages.mjs';

const sources = fileURLToPath(new URL('..', import.meta.url));
const entry = path.join(sources, 'build/engine.ts');
/** A part of the engine that pages ask for by itself. It brings the parser of the site's settings. */
const part = path.join(sources, 'build/site/read-site.ts');
/** Compiled modules lie where they find the packages that the engine finds. */
const home = path.join(sources, '../node_modules/.cache/engine');

/** The files that the engine is made of, or may be. */
const findSources = () =>
  globSync(['{build,core,room,words}/**/*.{ts,mjs}', 'styles/tokens.css', '../package-lock.json'], { cwd: sources })
    .toSorted()
    .map((file) => path.join(sources, file));

/** A name for what the engine is compiled from, and by. */
function nameOf(files) {
  const packages = namePackages(path.join(sources, '..')).join('\n');
  const hash = createHash('sha256').update(`${process.version} ${sources}\n${packages}`);
  for (const file of files) hash.update(`\n${file}\n`).update(readFileSync(file));
  return `${hash.digest('hex').slice(0, 16)}.mjs`;
}

/** Removes what was compiled more than a day ago. Newer modules may be those of builds that run beside this one. */
function removeOld() {
  for (const name of readdirSync(home)) {
    const file = path.join(home, name);
    const age = Date.now() - (statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
    if (age > 24 * 60 * 60_000) rmSync(file, { force: true });
  }
}

/** Compiles the engine to a file. */
async function compile(file) {
  const { build } = await import('vite');
  const built = await build({
    configFile: false,
    envDir: false,
    publicDir: false,
    logLevel: 'warn',
    resolve: { alias: { '~': sources } },
    // The sources tell from their own place where the others are.
    define: { 'import.meta.url': JSON.stringify(pathToFileURL(entry).href) },
    // All other packages are bundled too: each would be loaded as dozens of modules, which takes longer than all else of the engine.
    ssr: { noExternal: true, external: ['@astrojs/preact', 'astro', 'pagefind', 'rolldown', 'satteri'] },
    build: {
      write: false,
      ssr: entry,
      minify: false,
      target: 'node22',
      rolldownOptions: { output: { codeSplitting: false } },
    },
  });
  mkdirSync(home, { recursive: true });
  removeOld();
  // Renamed, so that nobody loads half of it.
  writeFileSync(`${file}.${process.pid}`, built.output[0].code);
  renameSync(`${file}.${process.pid}`, file);
}

/** Gives Astro's own modules the engine that is loaded already: Vite would compile it anew for them, with all that it imports. */
function shareModule(file, names) {
  const shared = '\0engine';
  const code = `import { createRequire } from 'node:module';
export const { ${names.join(', ')} } = createRequire(${JSON.stringify(file)})(${JSON.stringify(file)});`;
  return {
    name: 'engine',
    enforce: 'pre',
    resolveId: {
      filter: { id: /[\\/](?:engine|read-site)$/ },
      handler: (id, importer = '') =>
        [entry, part].includes(path.resolve(path.dirname(importer), `${id}.ts`)) ? shared : undefined,
    },
    load: { filter: { id: new RegExp(`^${shared}$`) }, handler: () => code },
  };
}

/**
 * The engine, and the step of the build that gives it to modules which import it as `~/build/engine`. A development server starts anew
 * where a source of the engine changes.
 */
export async function loadEngine() {
  const files = findSources();
  const file = path.join(home, nameOf(files));
  if (!existsSync(file)) await compile(file);
  const engine = await import(/* @vite-ignore */ pathToFileURL(file).href);
  const sharing = {
    name: 'engine',
    hooks: {
      'astro:config:setup': ({ updateConfig, addWatchFile }) => {
        for (const source of files) addWatchFile(source);
        updateConfig({ vite: { plugins: [shareModule(file, Object.keys(engine))] } });
      },
    },
  };
  return { engine, sharing };
}
