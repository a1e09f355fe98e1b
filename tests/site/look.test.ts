import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { drawCard, drawIcon, drawMark, readBrand, wrapLines } from '~/build/look/brand';
import { contrastOf, readColor } from '~/build/look/color';
import { drawPng } from '~/build/look/draw-png';
import { readTheme } from '~/build/look/theme';
import { readTokens } from '~/build/look/tokens';

function withTheme(css: string | undefined, logo?: string) {
  const root = mkdtempSync(path.join(tmpdir(), 'look-'));
  mkdirSync(path.join(root, 'content'));
  if (css !== undefined) writeFileSync(path.join(root, 'content/theme.css'), css);
  if (logo !== undefined) writeFileSync(path.join(root, 'content/logo.svg'), logo);
  return { root, contentDir: path.join(root, 'content') };
}

const problemsOf = (css: string) => {
  const { root } = withTheme(css);
  return readTheme('content', root).problems.map(
    ({ severity, file, line, message }) => `${severity} ${file}:${line} ${message}`,
  );
};

describe('colors', () => {
  it.each([
    ['#fff', [1, 1, 1]],
    ['#FF0000ff', [1, 0, 0]],
    ['white', [1, 1, 1]],
    ['rgb(255 0 0)', [1, 0, 0]],
    ['rgba(0, 100%, 0, 1)', [0, 1, 0]],
    ['hsl(240 100% 50%)', [0, 0, 1]],
    ['hsl(-120deg, 100%, 50%)', [0, 0, 1]],
    ['oklch(1 0 0)', [1, 1, 1]],
    ['light-dark(rgb(0 0 0), #fff)', [0, 0, 0]],
  ])('reads %s', (text, expected) => {
    const color = readColor(text, 'light') ?? [];
    expected.forEach((part, i) => expect(color[i]).toBeCloseTo(part, 2));
    expect(color).toHaveLength(3);
  });

  it.each(['#ff', '#12345', '#00000080', 'rgb(0 0 0 / 50%)', 'currentColor', 'color-mix(in srgb, red, blue)', ''])(
    'does not judge %s',
    (text) => expect(readColor(text, 'light')).toBeUndefined(),
  );

  it('measures contrast as WCAG does', () => {
    expect(contrastOf([0, 0, 0], [1, 1, 1])).toBeCloseTo(21, 5);
    const [grey, white] = [readColor('#767676', 'light'), readColor('#fff', 'light')];
    expect(grey && white && contrastOf(grey, white)).toBeCloseTo(4.54, 2);
  });
});

describe('tokens', () => {
  it('are read with their lines, and for the themes that they hold for', () => {
    const css = `/* --ink: red; */
:root { --ink: #000;
  --paper: light-dark(#fff, #111) }
@media (prefers-color-scheme: dark) { :root { --ink: #fff; } }
:root[data-theme='light'] { --soft: #333 }`;
    expect(readTokens(css)).toEqual([
      { name: 'ink', value: '#000', line: 2, themes: ['light', 'dark'] },
      { name: 'paper', value: 'light-dark(#fff, #111)', line: 3, themes: ['light', 'dark'] },
      { name: 'ink', value: '#fff', line: 4, themes: ['dark'] },
      { name: 'soft', value: '#333', line: 5, themes: ['light'] },
    ]);
  });
});

describe('theme.css', () => {
  it('may be missing, and a readable one says nothing', () => {
    expect(readTheme('content', withTheme(undefined).root)).toMatchObject({ css: '', problems: [] });
    expect(problemsOf(':root { --signal: light-dark(#0047b3, #9cc2ff); --own: 3px }')).toEqual([]);
  });

  it('warns of each ink that cannot be read on some ground, theme by theme, where it is declared', () => {
    expect(problemsOf(':root {\n  --soft: light-dark(#aaa, #9aa3b2);\n}')).toEqual([
      expect.stringMatching(
        /^warning content\/theme\.css:2 Expected a contrast of at least 4\.5 between `--soft` and `--code-wash` in the light theme, found 2:/,
      ),
    ]);
    // One paper for both themes: the words of the dark one are light.
    const found = problemsOf(':root { --paper: #ffffff; }');
    expect(found.length).toBeGreaterThan(3);
    expect(found.every((one) => one.includes('`--paper` in the dark theme'))).toBe(true);
  });

  it('says what it cannot check, what is nearly a token, and what would not be loaded', () => {
    expect(problemsOf(':root { --ink: currentColor; }')).toEqual([
      expect.stringContaining('its contrast cannot be checked'),
    ]);
    expect(problemsOf(':root { --signl: #00f; }')).toEqual([
      expect.stringContaining('Unknown token `--signl`; the nearest known one is `--signal`'),
    ]);
    expect(problemsOf('@import "a.css";\n.x { background: url(a.png) }\n.y { background: url(data:,) }')).toEqual([
      expect.stringContaining('theme.css:1 Expected a style sheet that stands by itself, found `@import`'),
      expect.stringContaining('theme.css:2 Expected a style sheet that stands by itself, found `url(`'),
    ]);
  });

  it('cannot end the element that it stands in', () => {
    const { root } = withTheme(".a::after { content: '</style><script>' }");
    const { css, problems } = readTheme('content', root);
    expect(css).not.toMatch(/<\/style/i);
    expect(problems).toEqual([]);
  });
});

describe('the brand', () => {
  const square =
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><rect width="1" height="1" fill="#f00"/></svg>';
  const brandOf = (site: { title: string; description: string }, css?: string, logo?: string) => {
    const { root, contentDir } = withTheme(css, logo);
    return readBrand(contentDir, site, readTheme('content', root));
  };
  const acme = { title: 'Acme <Ops> & more', description: 'What we do at night.' };

  it('is the author’s own as soon as there is a title, a theme or a logo', () => {
    const usual = { title: 'Runsheet', description: '' };
    expect(brandOf(usual).isOwn).toBe(false);
    expect(brandOf(acme).isOwn).toBe(true);
    expect(brandOf(usual, ':root{--done:#123456}')).toMatchObject({ isOwn: true, done: '#123456' });
    expect(drawMark(brandOf(usual, undefined, square))).toBe(square);
    expect(drawMark(brandOf(usual, ':root{--done:#123456}'))).toContain('fill="#123456"');
  });

  it('is drawn as an icon of 512 and a card of 1200 by 630 pixels', async () => {
    const brand = brandOf(acme, undefined, square);
    const sizeOf = (png: Uint8Array) => {
      const view = new DataView(png.buffer, png.byteOffset);
      return [view.getUint32(0), view.getUint32(16), view.getUint32(20)];
    };
    expect(sizeOf(await drawPng(drawIcon(brand), 512))).toEqual([0x89504e47, 512, 512]);
    expect(sizeOf(await drawPng(drawCard(brand), 1200))).toEqual([0x89504e47, 1200, 630]);
    expect(drawCard(brand)).toContain('Acme &lt;Ops> &amp; more');
  });

  it('puts a long title into lines, and says that it was cut', () => {
    expect(wrapLines('Platform engineering runbooks of the payments team', 24, 2)).toEqual([
      'Platform engineering',
      'runbooks of the payments …',
    ]);
    expect(wrapLines('Donaudampfschifffahrtsgesellschaft', 24, 2)).toEqual(['Donaudampfschifffahrtsg…']);
    expect(wrapLines('', 24, 2)).toEqual([]);
  });
});
