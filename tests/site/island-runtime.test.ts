import { describe, expect, it } from 'vitest';
import { partIslands } from '~/build/output/island-runtime';

const tag = (names: string) => `<astro-island${names} client="idle" component-url="/desk.js"></astro-island>`;
const island = tag(' uid="1ab" data-preact-island-id="1"');
const idle = '(()=>{(self.Astro||={})["astro:idle"]=1})()';
const runtime = '(()=>{customElements.define("astro-island",class{})})()';
const page = (scripts: string, one = island) => `<html><body>${scripts}${one}</body></html>`;

describe('the runtime of islands', () => {
  it('goes to a file of its own, and islands lose the names that nothing reads', () => {
    const { html, file } = partIslands(page(`<script>${idle}</script><script>${runtime}</script>`), '/base/');
    expect(file?.code).toBe(idle + runtime);
    expect(html).toBe(page(`<script defer src="/base/${file?.name}"></script>`, tag('')));
  });

  it('is not looked for in a page without islands that wait, whatever its text says', () => {
    const plain = '<html><p>&lt;astro-island client="idle"></p><astro-island client="only"></astro-island></html>';
    expect(partIslands(plain, '/')).toEqual({ html: plain });
  });

  it('stops the build where it is written otherwise', () => {
    expect(() => partIslands(page(`<script type="module">${idle}${runtime}</script>`), '/')).toThrow(
      'not where they were',
    );
  });
});
