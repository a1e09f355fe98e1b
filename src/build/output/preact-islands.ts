import { getContainerRenderer } from '@astrojs/preact/container-renderer';
import type { AstroIntegration } from 'astro';
import type { Plugin } from 'vite';

/** The module in which Preact's renderer looks for the components that it may draw: here, all of them. */
const options = 'astro:preact:opts';

const allComponents = (): Plugin => ({
  name: 'preact-options',
  resolveId: (id) => (id === options ? `\0${options}` : undefined),
  load: (id) => (id === `\0${options}` ? 'export default {};' : undefined),
});

/**
 * Preact as Astro's integration sets it up, with two differences. JSX is compiled by Vite's own compiler: the integration runs
 * Babel over every TypeScript file of the site, which took a sixth of the build. And in the browser islands are drawn without
 * signals, which this site does not use.
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
            plugins: [allComponents()],
            optimizeDeps: { include: ['@astrojs/preact/server.js'] },
          },
        });
      },
    },
  };
}
