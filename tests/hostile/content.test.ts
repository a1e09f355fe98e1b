import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Parser } from 'htmlparser2';
import { afterAll, describe, expect, test } from 'vitest';
import { createCompiler } from '~/build/check/check';
import { readSiteFile } from '~/build/site/read-site';
import { hostileStrings } from './strings';

mkdirSync('node_modules/.cache', { recursive: true });
const root = mkdtempSync(path.resolve('node_modules/.cache/hostile-'));
afterAll(() => rmSync(root, { recursive: true }));
const compile = createCompiler({ root, contentDir: '.', base: '/' });
mkdirSync(path.join(root, 'runbooks'));

const ranNames = new Set(
  'script style iframe frame frameset object embed applet base meta link form button textarea select template portal marquee dialog'.split(
    ' ',
  ),
);
const fetching = new Set(['src', 'href', 'xlink:href', 'action', 'formaction', 'poster', 'data', 'ping']);
/** An address that leads elsewhere than to a page, a mailbox or a picture. */
const runs = /^[\s\p{Cc}]*(?:javascript|vbscript|data(?!:image\/(?:png|gif|jpe?g|webp|avif|svg\+xml))|blob):/iu;

/** Everything in a page's HTML that would run, restyle the page, or pass for a part of the product. */
function findActive(html: string): string[] {
  const found: string[] = [];
  new Parser({
    onopentag(name, attributes) {
      if (ranNames.has(name) || name.includes('-')) found.push(`<${name}>`);
      for (const [attribute, value] of Object.entries(attributes)) {
        if (/^on|^style$|^srcdoc$|^is$|^ping$|^autofocus$|^popover|^nonce$|^contenteditable$/.test(attribute))
          found.push(`${name} ${attribute}`);
        if (fetching.has(attribute) && runs.test(value.replace(/[\t\n\r]/g, '')))
          found.push(`${name} ${attribute}=${value}`);
        if (attribute === 'id' && value.startsWith('ui:')) found.push(`${name} id=${value}`);
        if (attribute.startsWith('data-') && value === 'evil') found.push(`${name} ${attribute}`);
      }
    },
  }).end(html);
  return found;
}

/** The places in an author's file that may hold a text: for each, the file's lines with it. */
const places: Record<string, (text: string) => string> = {
  item: (text) => `# Page\n\n- [ ] ${text}\n- [ ] After\n`,
  'item of several lines': (text) => `# Page\n\n- [ ] Before\n\n  ${text.replaceAll('\n', '\n  ')}\n\n- [ ] After\n`,
  paragraph: (text) => `# Page\n\n${text}\n\n- [ ] After\n`,
  heading: (text) => `# Page\n\n## ${text}\n\n- [ ] After\n`,
  'first heading': (text) => `# ${text}\n\n- [ ] After\n`,
  'front matter': (text) =>
    `---\ntitle: ${JSON.stringify(text)}\ndescription: ${JSON.stringify(text)}\nroles: [${JSON.stringify(text)}]\n---\n\n- [ ] After\n`,
  'front matter, bare': (text) => `---\ntitle: ${text}\n---\n\n- [ ] After\n`,
  link: (text) => `# Page\n\n[here](${text}) [there](<${text}>) ![picture](${text})\n\n- [ ] After\n`,
  'link text': (text) => `# Page\n\n[${text}](https://good.example) ![${text}](x.png "${text}")\n\n- [ ] After\n`,
  table: (text) => `# Page\n\n| ${text} | Name |\n| --- | --- |\n| ${text} | [${text}] |\n\n- [ ] After\n`,
  code: (text) => `# Page\n\n\`${text}\`\n\n\`\`\`${text}\n${text}\n\`\`\`\n\n- [ ] After\n`,
  'raw attribute': (text) =>
    `# Page\n\n<a href="${text}" title='${text}'>x</a> <img alt="${text}" src="${text}">\n\n- [ ] After\n`,
  'raw element': (text) =>
    `# Page\n\n<div>${text}</div>\n\n<details><summary>${text}</summary>\n\n${text}\n\n</details>\n\n- [ ] After\n`,
  drawing: (text) => `# Page\n\n<svg><title>${text}</title><path d="${text}"/>${text}</svg>\n\n- [ ] After\n`,
};

describe.each(Object.entries(places))('what an author’s file holds as %s', (_, place) => {
  test('neither runs nor takes the place of the page', () => {
    const found: string[] = [];
    hostileStrings.forEach((text, i) => {
      const file = path.join(root, 'runbooks', 'page.md');
      writeFileSync(file, place(text));
      const { output } = compile(file);
      for (const active of findActive(output)) found.push(`${i} ${JSON.stringify(text).slice(0, 90)}: ${active}`);
    });
    expect(found).toEqual([]);
  });
});

describe('what site.yaml holds', () => {
  test('is a text or a named fault with its line, and never more than its own key', () => {
    const faults: string[] = [];
    for (const text of hostileStrings) {
      for (const written of [JSON.stringify(text), text]) {
        writeFileSync(path.join(root, 'site.yaml'), `title: Team\ndescription: ${written}\n`);
        const { site, problems } = readSiteFile(root, root);
        const isNamed = problems.every(({ line, message }) => line >= 1 && message.length > 20);
        if (!isNamed || (site === undefined) !== problems.some(({ severity }) => severity === 'error'))
          faults.push(text);
        if (site !== undefined && (site.title !== 'Team' || site.strict || site.live !== undefined)) faults.push(text);
      }
    }
    expect(faults).toEqual([]);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });
});
