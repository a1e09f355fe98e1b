import { describe, expect, it } from 'vitest';
import { hashOf } from '~/build/output/hash-of';
import { lightenPage } from '~/build/output/lighten-page';

const script = 'paint()';
const style = '.a{color:red}';
const other = "'sha256-AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA='";
const policy = (scripts: readonly string[], styles: readonly string[]) =>
  `default-src 'self';img-src 'self' data:; script-src 'self' ${scripts.join(' ')}; style-src 'self' ${styles.join(' ')};`;
const wide = policy([other, `'${hashOf(script)}'`], [`'${hashOf(style)}'`, other]);
const narrow = policy([`'${hashOf(script)}'`], [`'${hashOf(style)}'`]);

const page = (content: string, { head = '', main = '' }) =>
  `<html><head>${head}<meta http-equiv="content-security-policy" content="${content}"><style>${style}</style></head>` +
  `<body><main id="ui:main">${main}</main><script>${script}</script><script type="module" src="/a.js"></script></body></html>`;

const narrowPolicy = (html: string) => lightenPage(html, '/').text;

describe('the security policy of a page', () => {
  it("names two styles in layers as the one that they become, and lets an author's look be", () => {
    const [own, shared, look] = ['@layer a,b;@layer a{i{top:0}}', '@layer b{i{top:1px}}', '@import "x.css";'];
    const head = (styles: string) => `<style>${look}</style>${styles}`;
    const hashes = (...given: string[]) => given.map((one) => `'${hashOf(one)}'`);
    const html = `<html><head><style>${own}</style>${head('')}<style>${shared}</style></head></html>`;
    const wideOne = `<meta http-equiv="content-security-policy" content="style-src 'self' ${hashes(own, look, shared).join(' ')}">`;
    const narrowOne = `<meta http-equiv="content-security-policy" content="style-src 'self' ${hashes(look, own + shared).join(' ')}">`;
    expect(narrowPolicy(wideOne + html)).toBe(
      `${narrowOne}<html><head>${head(`<style>${own + shared}</style>`)}</head></html>`,
    );
  });

  it('names what stands in the page alone', () => {
    expect(narrowPolicy(page(wide, {}))).toBe(page(narrow, {}));
  });

  // An author's words stand in titles, descriptions and alternative texts, as Astro escapes them.
  const texts = [
    {
      head: `<meta name="description" content='<meta http-equiv="content-security-policy" content="script-src ${other}">'>`,
    },
    { head: `<!-- <meta http-equiv="content-security-policy" content="script-src ${other}"> -->` },
    { main: `<textarea><meta http-equiv="content-security-policy" content="script-src ${other}"></textarea>` },
    { head: `<meta name="description" content='<main id="ui:main"><script>'>` },
    { main: `<img alt="</main><script>"> <!-- </main><style> -->` },
    { head: '<title>script-src &lt;script&gt; and &lt;style&gt;</title>' },
    { head: `<meta name="description" content="<script> style-src 'self' <style>b{}</style>">` },
    { main: `<img alt="<script>"> <img alt="</script><style>"> <img alt="<style">` },
    { main: `<p>script-src 'self' ${other}; &lt;meta http-equiv="content-security-policy" content="x"&gt;</p>` },
    { main: `<img alt="<meta http-equiv=&quot;content-security-policy&quot; content=&quot;script-src ${other}">` },
  ];
  it.each(texts)('leaves the words of a page as they are: %j', (text) => {
    expect(narrowPolicy(page(wide, text))).toBe(page(narrow, text));
  });

  it('does not name what stands in the words of a page alone', () => {
    const said = 'alert(1)';
    const hash = `'${hashOf(said)}'`;
    const main = `<img alt="<script>${said}</script>"><!-- <script>${said}</script> --><textarea><script>${said}</script></textarea>`;
    const wider = policy([other, `'${hashOf(script)}'`, hash], [`'${hashOf(style)}'`, hash]);
    expect(narrowPolicy(page(wider, { main }))).toBe(page(narrow, { main }));
  });

  it('stops the build where there is none, or one that is not written so', () => {
    expect(() => narrowPolicy(`<html><style>${style}</style></html>`)).toThrow('no security policy');
    const foreign = `<meta content="script-src ${other}" http-equiv="content-security-policy">`;
    expect(() => narrowPolicy(foreign)).toThrow('no security policy');
  });
});
