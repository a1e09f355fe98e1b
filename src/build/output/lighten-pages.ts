import { writeFile } from 'node:fs/promises';
import type { AstroIntegration } from 'astro';
import { partIslands } from './island-runtime';
import { narrowPolicy } from './narrow-policy';

/** Lightens each page as it is rendered, before it is written: what draws its islands goes to a file, and its policy names what is left. */
export function lightenPages(): AstroIntegration {
  const files = new Map<string, string>();
  let base = '/';

  async function lighten(response: Response): Promise<Response> {
    if (!response.headers.get('content-type')?.startsWith('text/html')) return response;
    const { html, file } = partIslands(await response.text(), base);
    if (file) files.set(file.name, file.code);
    return new Response(narrowPolicy(html), response);
  }

  return {
    name: 'lighten-pages',
    hooks: {
      'astro:config:done': ({ config }) => void (base = config.base.replace(/\/?$/, '/')),
      'astro:build:start': ({ setPrerenderer }) =>
        setPrerenderer((prerenderer) => ({
          ...prerenderer,
          name: 'lighten-pages',
          render: async (request, options) => {
            const rendered = await prerenderer.render(request, options);
            if (rendered instanceof Response) return lighten(rendered);
            return { ...rendered, response: await lighten(rendered.response) };
          },
        })),
      'astro:build:generated': async ({ dir }) => {
        await Promise.all([...files].map(([name, code]) => writeFile(new URL(name, dir), code)));
      },
    },
  };
}
