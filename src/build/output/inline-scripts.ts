import { mkdir, writeFile } from 'node:fs/promises';
import type { AstroConfig, AstroIntegration } from 'astro';
import type { Plugin } from 'vite';
import { bundleScript } from './bundle-script';
import { hashOf } from './hash-of';
import { scriptFile } from './script-file';

/** An import of a script that stands in the page's text, or of one in a file of its own: the module, and which of both. */
const asked = /^(.*)\?(script(?:file)?)$/;
/** The prefix of the ids of bundled scripts: no other plugin looks at such modules. */
const mark = '\0inline-script:';

/** The site's base path, and the folder in which it is built. */
type Site = Pick<AstroConfig, 'base' | 'outDir'>;

/** `files`: the scripts that have a file of their own, by its name; those that pages import are put there, and into the site's folder. */
const inlineScriptModules = (readSite: () => Site, files: Map<string, string>): Plugin => ({
  name: 'inline-scripts',
  enforce: 'pre',
  resolveId: {
    filter: { id: asked },
    async handler(id, importer) {
      const [, module = '', kind] = asked.exec(id) ?? [];
      const found = await this.resolve(module, importer);
      return found && `${mark}${found.id}?${kind}`;
    },
  },
  load: {
    filter: { id: new RegExp(`^${mark}`) },
    async handler(id) {
      const [, module = '', kind] = asked.exec(id.slice(mark.length)) ?? [];
      const { code, files: sources } = await bundleScript(module, { 'import.meta.env.BASE_URL': readSite().base });
      for (const source of sources) this.addWatchFile(source);
      if (kind === 'script')
        return `export const code = ${JSON.stringify(code)};\nexport const hash = ${JSON.stringify(hashOf(code))};`;
      const file = scriptFile(/([\w-]+)\.\w+$/.exec(module)?.[1] ?? 'script', code);
      files.set(file, code);
      return `export const file = ${JSON.stringify(file)};`;
    },
  },
  // Written as soon as pages are bundled, because the bundles that are kept for another build hold these, too.
  async writeBundle() {
    const { outDir } = readSite();
    await mkdir(new URL('_astro/', outDir), { recursive: true });
    await Promise.all([...files].map(([name, code]) => writeFile(new URL(name, outDir), code)));
  },
  configureServer({ middlewares }) {
    middlewares.use((request, response, next) => {
      const code = files.get(/_astro\/[\w.-]+\.js$/.exec(request.url ?? '')?.[0] ?? '');
      if (code === undefined) return next();
      response.setHeader('content-type', 'text/javascript').end(code);
    });
  },
});

/**
 * Lets a page hold a script in its text, to run before anything is painted: `import { code, hash } from './module?script'` gives the
 * module, bundled with what it imports, and its hash for the page's security policy (`Astro.csp.insertScriptHash`). A script that few
 * readers need before the first frame has a file of its own: `import { file } from './module?scriptfile'` gives its path below the site.
 */
export function inlineScripts(): AstroIntegration {
  const files = new Map<string, string>();
  let site: Site;
  return {
    name: 'inline-scripts',
    hooks: {
      'astro:config:setup': ({ updateConfig }) => {
        updateConfig({ vite: { plugins: [inlineScriptModules(() => site, files)] } });
      },
      'astro:config:done': ({ config: { base, outDir } }) => void (site = { base, outDir }),
    },
  };
}
