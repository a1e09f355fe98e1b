import { writeFile } from 'node:fs/promises';
import type { AstroIntegration } from 'astro';
import { keepRendered } from '~/build/cache/keep-rendered';
import { lightenPage } from './lighten-page';

/**
 * Lightens each page as it is rendered, before it is written: what draws its islands goes to a file, and its policy names what is left.
 * Pages that have not changed since an earlier build are not rendered anew.
 */
export function lightenPages(): AstroIntegration {
  const files = new Map<string, string>();
  const rendered = keepRendered();
  let base = '/';

  async function lighten(response: Response): Promise<Response> {
    if (!response.headers.get('content-type')?.startsWith('text/html')) return response;
    const { html, file } = lightenPage(await response.text(), base);
    if (file) files.set(file.name, file.code);
    return new Response(html, response);
  }

  return {
    name: 'lighten-pages',
    hooks: {
      'astro:config:done': ({ config }) => {
        base = config.base.replace(/\/?$/, '/');
        rendered.open(config);
      },
      'astro:build:start': ({ setPrerenderer }) =>
        setPrerenderer((astro) => {
          const prerenderer = rendered.reuse(astro);
          return {
            ...prerenderer,
            name: 'lighten-pages',
            render: async (request, options) => {
              const made = await prerenderer.render(request, options);
              if (made instanceof Response) return lighten(made);
              return { ...made, response: await lighten(made.response) };
            },
          };
        }),
      'astro:build:generated': async ({ dir }) => {
        await Promise.all([...files].map(([name, code]) => writeFile(new URL(name, dir), code)));
      },
    },
  };
}
