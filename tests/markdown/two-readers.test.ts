import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { Window } from 'happy-dom';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createCompiler } from '~/build/check/check';
import { readPage } from '~/client/sheet/read-page';
import { readPlan } from '~/client/desk/read-plan';
import { readBox } from '~/client/values/page-values';

/** The build reads a page from its Markdown, the browser from the HTML that was made of it: both must see the same page. */
const root = path.join(import.meta.dirname, 'fixtures');
const compile = createCompiler({ root, contentDir: '.', base: '/docs' });
const pages = ['runbooks', 'guides']
  .flatMap((kind) => readdirSync(path.join(root, kind)).map((name) => path.join(root, kind, name, 'input.md')))
  .filter((file) => existsSync(file));

const window = new Window();
beforeAll(() => void vi.stubGlobal('Element', window.Element));
afterAll(() => {
  vi.unstubAllGlobals();
  window.close();
});

describe.each(pages.map((file) => [path.relative(root, path.dirname(file)), file]))('%s', (_, file) => {
  it('is the same page to the browser as to the build', () => {
    const { output, data } = compile(file);
    const { id, title } = data.page;
    const sheet = window.document.createElement('div');
    sheet.innerHTML = output;
    const { values, plan, ...page } = data.page;
    expect(readPage(sheet as unknown as HTMLElement, { id, title })).toEqual(page);
    const main = window.document.createElement('main');
    main.append(sheet);
    window.document.body.replaceChildren(main);
    expect(readPlan(window.document.body as unknown as ParentNode)).toEqual(plan);
    const box = sheet.querySelector('.values');
    if (box) expect(readBox(box)).toEqual(values);
  });
});
