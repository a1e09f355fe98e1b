import { getContainerRenderer } from '@astrojs/preact/container-renderer';
import type { AstroIntegration } from 'astro';
import type { Plugin } from 'vite';

/** The module in which Preact's renderer looks for the components that it may draw: here, all of them. */
const options = 'astro:preact:opts';

const allComponents = (): Plugin => ({
  name: 'preact-options',
  resolveId: { filter: { id: new RegExp(`^${options}$`) }, handler: () => `\0${options}` },
  load: { filter: { id: new RegExp(`^\0${options}$`) }, handler: () => 'export default {};' },
});

/** The island that a page is rendered with: it is empty until a browser draws it. */
const desk = /\/src\/client\/desk\/(Desk)\.tsx$/;

/** A component that draws nothing. It names its renderer: Astro would have each renderer try to draw it, on every page. */
const writeEmpty = (name: string): string => `export default function ${name}() { return null; }
${name}[Symbol.for('astro:renderer')] = '@astrojs/preact';`;

/**
 * Renders the desk as nothing, which it is until a browser draws it: otherwise half of the modules of which pages are
 * rendered would be bundled for something that is never called.
 */
const emptyDesk = (): Plugin => ({
  name: 'empty-desk',
  enforce: 'pre',
  apply: 'build',
  applyToEnvironment: ({ name }) => name !== 'client',
  load: {
    filter: { id: desk },
    handler: (id) => writeEmpty(desk.exec(id)?.[1] ?? ''),
  },
});

/**
 * Preact as Astro's integration sets it up, with three differences. JSX is compiled by Vite's own compiler: the integration
 * runs Babel over every TypeScript file of the site, which took a sixth of the build. Pages are rendered without the desk's
 * parts. In the browser, islands are drawn without signals, which this site does not use.
 */
export function preactIslands(): AstroIntegration {
  return {
    name: 'preact-islands',
    hooks: {
      'astro:config:setup': ({ addRenderer, updateConfig }) => {
        addRenderer({ ...getContainerRenderer(), clientEntrypoint: '/src/client/island/draw-island.ts' });
        updateConfig({
          vite: {
            oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
            plugins: [allComponents(), emptyDesk()],
            optimizeDeps: { include: ['@astrojs/preact/server.js'] },
          },
        });
      },
    },
  };
}
