import { describe, expect, it } from 'vitest';
import { partIslands } from '~/build/output/island-runtime';
import { applyEdits, readElements } from '~/build/output/read-elements';

const island = '<astro-island uid="1" client="idle" component-url="/desk.js"></astro-island>';
const idle = '(()=>{(self.Astro||={})["astro:idle"]=1})()';
const runtime = '(()=>{customElements.define("astro-island",class{})})()';
/** A page without the runtime of its islands, and the file of the runtime. */
function part(html: string, base: string) {
  const { edits, script } = partIslands(readElements(html, ['script', 'style', 'astro-island']), base);
  return { html: applyEdits(html, edits), script };
}

const page = (scripts: string) => `<html><body>${scripts}${island}</body></html>`;

describe('the runtime of islands', () => {
  it('goes to a file of its own', () => {
    const { html, script } = part(page(`<script>${idle}</script><script>${runtime}</script>`), '/base/');
    expect(script?.code).toBe(idle + runtime);
    expect(html).toBe(page(`<script defer src="/base/${script?.name}"></script>`));
  });

  it('is not looked for in a page without islands that wait, whatever its text says', () => {
    const plain = '<html><p>&lt;astro-island client="idle"></p><astro-island client="only"></astro-island></html>';
    expect(part(plain, '/')).toEqual({ html: plain });
  });

  it('is found among words of a page that look like it, and leaves them as they are', () => {
    const scripts = `<script>${idle}</script><script>${runtime}</script>`;
    const style = '<style>astro-island,astro-slot,astro-static-slot{display:contents}</style>';
    const words = `<meta name="description" content='${scripts}${style}'><!-- ${scripts} --><textarea>${scripts}</textarea>`;
    const { html, script } = part(words + style + page(scripts) + style, '/');
    expect(html).toBe(words + page(`<script defer src="/${script?.name}"></script>`) + style);
    const other = `<p title='<astro-island client="idle">'>${words}</p>`;
    expect(part(other, '/').html).toBe(other);
  });

  it('stops the build where it is written otherwise', () => {
    expect(() => part(page(`<script type="module">${idle}${runtime}</script>`), '/')).toThrow('not where they were');
  });
});
