import { build } from 'rolldown';
import { sourceFolder } from '~/build/source-folder';

/** A module and everything that it imports, as one script. */
export interface BundledScript {
  /** Minified, without an end of line; a classic script. */
  code: string;
  /** The files that it is made of. */
  files: string[];
}

/**
 * Bundles a module into one classic script. `constants`: the values of names in it, such as `import.meta.env.BASE_URL`. By Vite's bundler
 * without Vite, whose settings and plugins take three times as long as the bundle.
 */
export async function bundleScript(
  entry: string,
  constants: Readonly<Record<string, unknown>>,
): Promise<BundledScript> {
  const define = Object.entries(constants).map(([name, value]) => [name, JSON.stringify(value)]);
  const { output } = await build({
    input: entry,
    write: false,
    platform: 'browser',
    logLevel: 'warn',
    resolve: { alias: { '~': sourceFolder } },
    transform: {
      target: 'es2023',
      define: { 'process.env.NODE_ENV': '"production"', ...Object.fromEntries(define) },
    },
    output: { format: 'iife', codeSplitting: false, minify: true, topLevelVar: true, comments: false },
  });
  const [{ code, moduleIds }] = output;
  return { code: code.trim(), files: moduleIds };
}
