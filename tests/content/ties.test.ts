import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Slugger from 'github-slugger';
import { describe, expect, test } from 'vitest';

const runbooks = globSync('content/runbooks/**/*.{md,mdx}').sort();
const guides = globSync('content/guides/**/*.md').sort();

/** The text without code blocks and inline code, where brackets are no links. */
const proseOf = (file: string) =>
  readFileSync(file, 'utf8')
    .replace(/^(\s*)(`{3,})[^]*?^\s*\2`*$/gm, '')
    .replace(/`[^`\n]*`/g, '');

/** Anchors of a file: its headings' slugs and the ids that its items pin. */
function anchorsOf(file: string): Set<string> {
  const slugger = new Slugger();
  const text = readFileSync(file, 'utf8').replace(/^(\s*)(`{3,})[^]*?^\s*\2`*$/gm, '');
  const headings = [...text.matchAll(/^#+ (.+)$/gm)].map((match) => slugger.slug((match[1] ?? '').replace(/[`*]/g, '')));
  const pinned = [...text.matchAll(/ \^([\w-]+)\b/g)].map((match) => match[1] ?? '');
  return new Set([...headings, ...pinned]);
}

/** Links to files and to anchors of the same file, with the lines they stand in. */
const linksOf = (file: string) =>
  [...proseOf(file).matchAll(/\[([^\]]*)\]\(((?:\.|#)[^)]*)\)/g)].map(([, text = '', href = '']) => {
    const [path = '', anchor = ''] = href.split('#');
    return { file, text, href, target: path === '' ? file : join(dirname(file), path), anchor };
  });

const links = [...runbooks, ...guides].flatMap((file) => linksOf(file));

describe('the content is tied together', () => {
  test.each(links)('$file links to $href, which exists', ({ target, anchor }) => {
    expect(existsSync(target), `${target} does not exist`).toBe(true);
    if (anchor !== '') expect([...anchorsOf(target)]).toContain(anchor);
  });

  test('every guide is the "How" of a step in some runbook', () => {
    const used = new Set(links.filter((link) => link.text === 'How').map((link) => link.target));
    expect(guides.filter((guide) => !used.has(guide))).toEqual([]);
  });

  test.each(guides)('%s says when to use it and what it needs, in that order', (guide) => {
    const headings = [...proseOf(guide).matchAll(/^## (.+)$/gm)].map((match) => match[1]);
    expect(headings.slice(0, 2)).toEqual(['When to use it', 'What you need']);
  });

  test('a How link leads to a section, and ends its item', () => {
    for (const file of runbooks)
      for (const line of proseOf(file).split('\n').filter((text) => text.includes('[How]')))
        expect(line).toMatch(/^\s*(?:-|\d+\.) \[[ x~]\] .+ \[How\]\([^)]+#[^)]+\)$/);
  });
});
