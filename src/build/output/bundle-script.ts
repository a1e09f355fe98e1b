import { build } from 'vite';
import { sourceFolder } from '~/build/source-folder';

/** A module and everything that it imports, as one script. */
export interface BundledScript {
  /** Minified, without an end of line; a classic script. */
  code: string;
  /** The files that it is made of. */
  files: string[];
}

/** Bundles a module into one classic script. `constants`: the values of names in it, such as `import.meta.env.BASE_URL`. */
export async function bundleScript(
  entry: string,
  constants: Readonly<Record<string, unknown>>,
): Promise<BundledScript> {
  const define = Object.entries(constants).map(([name, value]) => [name, JSON.stringify(value)]);
  const built = await build({
    configFile: false,
    envDir: false,
    publicDir: false,
    logLevel: 'warn',
    resolve: { alias: { '~': sourceFolder } },
    define: { 'process.env.NODE_ENV': '"production"', ...Object.fromEntries(define) },
    build: {
      write: false,
      minify: true,
      target: 'es2023',
      modulePreload: false,
      rolldownOptions: { input: entry, output: { format: 'iife', codeSplitting: false } },
    },
  });
  const output = [built].flat().flatMap((one) => ('output' in one ? one.output : []));
  const chunk = output.find((one) => one.type === 'chunk');
  if (chunk === undefined) throw new Error(`${entry}: expected one script, found none.`);
  return { code: chunk.code.trim(), files: chunk.moduleIds };
}
