import type { AstroIntegration } from 'astro';
import type { Plugin } from 'vite';
import { bundleScript } from './bundle-script';
import { hashOf } from './hash-of';

const query = '?script';
/** The prefix of the ids of bundled scripts: no other plugin looks at such modules. */
const mark = '\0inline-script:';

const inlineScriptModules = (readBase: () => string): Plugin => ({
  name: 'inline-scripts',
  enforce: 'pre',
  async resolveId(id, importer) {
    if (!id.endsWith(query)) return undefined;
    const found = await this.resolve(id.slice(0, -query.length), importer);
    return found && mark + found.id;
  },
  async load(id) {
    if (!id.startsWith(mark)) return undefined;
    const { code, files } = await bundleScript(id.slice(mark.length), { 'import.meta.env.BASE_URL': readBase() });
    for (const file of files) this.addWatchFile(file);
    return `export const code = ${JSON.stringify(code)};\nexport const hash = ${JSON.stringify(hashOf(code))};`;
  },
});

/**
 * Lets a page hold a script in its text, to run before anything is painted: `import { code, hash } from './module?script'` gives the
 * module, bundled with what it imports, and its hash for the page's security policy (`Astro.csp.insertScriptHash`).
 */
export function inlineScripts(): AstroIntegration {
  let base = '/';
  return {
    name: 'inline-scripts',
    hooks: {
      'astro:config:setup': ({ updateConfig }) => {
        updateConfig({ vite: { plugins: [inlineScriptModules(() => base)] } });
      },
      'astro:config:done': ({ config }) => void (base = config.base),
    },
  };
}
