import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { checkContent, createCompiler, listPages } from '~/build/check/check';
import { frontMatterSchema, readFrontMatter } from '~/build/markdown/front-matter';
import { ruleNames } from '~/build/check/lint';
import { aboutKey, updateReference, writeReference } from '~/build/markdown/reference';
import { readSite } from '~/build/site/read-site';

const compile = createCompiler({ contentDir: `${process.cwd()}/content`, base: '/' });
const pages = listPages('content').map((file) => ({
  file: `content/${file}`,
  source: readFileSync(`content/${file}`, 'utf8'),
  ...compile(`${process.cwd()}/content/${file}`).data,
}));
const guides = pages.filter(({ page }) => page.id.startsWith('guides/'));
const runbooks = pages.filter(({ page }) => page.id.startsWith('runbooks/'));

const withoutCode = (text: string) => text.replace(/^(\s*)(`{3,})[^]*?^\s*\2`*$/gm, '');

describe('the content is tied together', () => {
  test('nothing in it is wrong or looks wrong: links, anchors, items, front matter', () => {
    expect(checkContent({ root: process.cwd(), contentDir: 'content', base: '/', today: '2026-11-23' })).toEqual([]);
  });

  test('every guide explains a step of some runbook, but for those about this site', () => {
    const used = new Set(runbooks.flatMap(({ links }) => links.filter(({ item }) => item).map(({ page }) => page)));
    const aboutThisSite = ['guides/adopting-runsheet', 'guides/running-a-broker', 'guides/marks-from-ci'];
    const unused = guides.map(({ page }) => page.id).filter((id) => !used.has(id));
    expect(unused.toSorted()).toEqual(aboutThisSite.toSorted());
  });

  test('the navigation names every page once', () => {
    const named = readSite('content').navigation.flatMap((group) => group.pages);
    expect(named.toSorted()).toEqual(pages.map(({ page }) => page.id).toSorted());
  });

  test('every step of the first runbook says how', () => {
    const release = runbooks.find(({ page }) => page.id === 'runbooks/mvp-release');
    const explained = new Set(release?.links.map(({ item }) => item));
    expect(release?.page.items.filter(({ id }) => !explained.has(id))).toEqual([]);
  });

  test.each(runbooks)('the How links of $file end their items and lead to sections', ({ source }) => {
    for (const line of withoutCode(source).split('\n').filter((text) => text.includes('[How]')))
      expect(line).toMatch(/^\s*(?:-|\d+\.) \[[ x~]\] .+ \[How\]\([^)]+#[^)]+\)$/);
  });

  test.each(pages)('$file imports nothing but ~/components/mdx', ({ source }) => {
    for (const [line] of withoutCode(source).matchAll(/^(?:import|export) .*/gm))
      expect(line).toMatch(/^import \w+ from '~\/components\/mdx\/\w+\.astro';$/);
  });

  test.each(guides)('$file says first when to use it, then what it needs', ({ source }) => {
    const headings = [...withoutCode(source).matchAll(/^## (.+)$/gm)].map((match) => match[1]);
    expect(headings.slice(0, 2)).toEqual(['When to use it', 'What you need']);
  });
});

describe('the runbooks use what a run offers', () => {
  test.each(runbooks)('$file has holds, a contingency, fields, and lists of both kinds', ({ page }) => {
    expect(page.holds.length).toBeGreaterThan(0);
    expect(page.contingencies.length).toBeGreaterThan(0);
    expect(page.fields.length).toBeGreaterThan(0);
    expect(new Set(page.items.map(({ ordered }) => ordered))).toEqual(new Set([true, false]));
  });

  test.each(runbooks)('no list of $file is longer than nine items', ({ page }) => {
    const lists = Map.groupBy(page.items, ({ list }) => list);
    expect([...lists.values()].map((items) => items.length).filter((length) => length > 9)).toEqual([]);
  });

  test.each(runbooks)('every role that a hold of $file asks is one of its roles', ({ source, page }) => {
    const front = source.split('---')[1] ?? '';
    for (const role of page.holds.flatMap(({ roles }) => roles)) expect(front).toContain(`  - ${role}`);
  });
});

describe("the authors' guide's reference of the front matter", () => {
  const guide = guides.find(({ page }) => page.id === 'guides/writing-a-runbook')?.source ?? '';

  test('is that of the schema: if not, run `npm run content -- --reference`', () => {
    expect(guide).toContain(writeReference());
    expect(updateReference(guide)).toBe(guide);
  });

  test('explains every key, by an example that the schema takes', () => {
    for (const [key, schema] of Object.entries(frontMatterSchema.shape)) {
      const { description, example } = aboutKey(schema);
      expect(description, key).toMatch(/./);
      const { problems } = readFrontMatter(`---\n${example}\n---\n`, key);
      expect(problems).toEqual([]);
      expect(example).toMatch(new RegExp(`^${key}: `));
    }
  });

  test.each([
    ['<!-- front matter: begin -->', '<!-- front matter: end -->'],
    ['{/* front matter: begin */}', '{/* front matter: end */}'],
  ])('is written between %s and %s', (begin, end) =>
    expect(updateReference(`a\n\n${begin}\nold\n${end}\n\nb\n`)).toBe(`a\n\n${begin}\n\n${writeReference()}\n\n${end}\n\nb\n`));

  test('is left alone on a page without its marks', () => expect(updateReference('# Page\n')).toBe('# Page\n'));
});

test("the authors' guide names every rule of the check", () => {
  const guide = guides.find(({ page }) => page.id === 'guides/writing-a-runbook')?.source ?? '';
  const named = [...guide.matchAll(/^\| `([a-z]+-[a-z]+)` \|/gm)].map((match) => match[1]);
  expect(named).toEqual(ruleNames);
});
