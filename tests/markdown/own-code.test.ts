import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { hasOwnCode } from '~/build/markdown/own-code';
import { createPageReader } from '~/build/markdown/read-page';

const read = createPageReader({ contentDir: 'content', base: '/' });
const isOwn = (body: string): boolean => {
  const { tree, isMdx } = read(path.resolve('content/runbooks/a.mdx'), `# A\n\n${body}\n`);
  expect(isMdx).toBe(true);
  return hasOwnCode(tree);
};

const note = "import Note from '~/components/mdx/Note.astro';";

describe('a page in MDX', () => {
  it.each([
    'Text, `{code}` and {/* a comment */} and more.',
    '```js\nnew Date()\n```',
    `${note}\n\n<Note title="A">Text</Note>`,
    'Release {{version}} now.',
    '- [ ] A step <kbd>x</kbd>',
  ])('without code of its author’s gives the same in every build: %j', (body) => {
    expect(isOwn(body)).toBe(false);
  });

  it.each([
    'It is {new Date().getFullYear()}.',
    '{/* one */ Math.random() /* two */}',
    'export const year = new Date().getFullYear();',
    `${note}\n\n<Note title={String(Date.now())}>Text</Note>`,
    `${note}\n\n<Note {...globalThis}>Text</Note>`,
    `${note}\nexport const one = 1;`,
    "import Note from '~/components/../components/mdx/Note.astro';",
    "import data from '../site.yaml?raw';",
  ])('with such code may give something else each time: %j', (body) => {
    expect(isOwn(body)).toBe(true);
  });
});
