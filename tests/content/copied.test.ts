import { Window } from 'happy-dom';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { createCompiler } from '~/build/check/check';
import { readSite } from '~/build/site/read-site';
import { commandText } from '~/client/late/command-text';
import { paintValues } from '~/client/values/paint-values';
import { commandsOf, guidesFrom, released } from './copied';

const compile = createCompiler({ ...readSite('content'), contentDir: `${process.cwd()}/content`, base: '/' });
const guides = guidesFrom('content/runbooks/mvp-release.mdx');
const said = new Map<string, string>(Object.entries(released).map(([name, [, value]]) => [name, value]));

const window = new Window();
beforeAll(() => void vi.stubGlobal('Element', window.Element).stubGlobal('document', window.document));
afterAll(() => {
  vi.unstubAllGlobals();
  window.close();
});

describe('a release is run without a command being edited', () => {
  test('its steps lead to most of the guides, and these have many commands', () => {
    expect(guides.length).toBeGreaterThan(30);
    expect(guides.flatMap(commandsOf).length).toBeGreaterThan(200);
  });

  test.each(guides)('%s copies what its Markdown says, with the values of the run', (guide) => {
    const { output, data } = compile(`${process.cwd()}/${guide}`);
    const { document } = window;
    document.body.innerHTML = `<main>${output}</main>`;
    const root = document as unknown as Document;
    paintValues(root, {
      values: data.page.values ?? [],
      saidOf: (name) => said.get(name) ?? '',
      isLooked: () => true,
    });
    const copied = [...root.querySelectorAll<HTMLElement>('main pre:not(:has(.language-text))')];
    expect(copied.map(commandText)).toEqual(commandsOf(guide));
    expect(copied.flatMap((pre) => [...pre.querySelectorAll('[data-value]:not([data-state=set])')])).toEqual([]);
  });
});
