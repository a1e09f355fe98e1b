import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { createCompiler } from '~/build/check/check';
import { readMarkdown } from '~/core/exchange/read-markdown';
import { readStructure } from '~/core/page/structure';

const root = mkdtempSync(path.join(tmpdir(), 'runsheet-copied-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const texts = String.raw`
Run ${'`rm -rf tmp/*`'}
Run ${'`ssh <host>`'} now
Ask <host> now
Run ${'`__init__`'} and ${'`a**b`'}
Say :rocket:
Say :tada:
Run ${'`C:\\temp\\new`'}
A &lt; b &copy; c &#8594; d &#x2264; e
2 * 3 * 4
snake_case_name _in_ italics
*em* and __strong__ and ***both*** and ~~gone~~
${'`` a`b ``'}
${'`a\\`'} and ${'\\`b\\`'}
See <https://x.example/a_b_c>
See https://x.example/a_b*c
[a \[b\]](https://x.example/x_(y))
[${'![shown](https://x.example/a.png)'}](https://x.example) twice
\*literal\* \<b\>
Keep 10<sup>5</sup> rows
Keep 10<sub>5</sub> rows
${'`[x](y)`'} and [text][r]
A note[^1] here
Break<br>here
Break\
  there
From {{version}} to {{host}}
5 > 3 & 2 < 4
<kbd>Ctrl</kbd>+<kbd>C</kbd> <!-- a comment -->
${'`&lt;`'}
![](https://x.example/lamp.png)
![](https://x.example/door.png)
**bold**: ${'`x`'}
git branch ${'`-d`'}
git branch ${'`-D`'}
`.trim();

test('[EX6] of a copy of the source, whose boxes are all ticked, every tick lands on its item, however its text is written', () => {
  const tasks = texts.replace(/^(?! )/gm, '- [ ] ');
  const source = `# Everything\n\n${tasks}\n\n[r]: https://x.example\n[^1]: A note.\n`;
  mkdirSync(path.join(root, 'runbooks'));
  const file = path.join(root, 'runbooks/everything.md');
  writeFileSync(file, source);
  const { page } = createCompiler({ root, contentDir: '.', base: '/' })(file).data;
  const copies = { id: 'facade00', now: 29_700_000, by: '', state: new Map() };
  const read = readMarkdown(source.replaceAll('- [ ]', '- [x]'), readStructure(page), copies);
  expect(read.ok && read.value.leftOut).toEqual([]);
  expect(read.ok && read.value.run.entries.map(({ key }) => key).toSorted()).toEqual(
    page.items.map(({ id }) => `mark/${id}`).toSorted(),
  );
  // One alone: none of its neighbours is taken for it.
  for (const { id, text } of page.items) {
    const at = page.items.findIndex((item) => item.id === id);
    let index = -1;
    const one = source.replace(/- \[ \]/g, (box) => (++index === at ? '- [x]' : box));
    const ticked = readMarkdown(one, readStructure(page), copies);
    expect(ticked.ok && ticked.value.run.entries.map(({ key }) => key), text).toEqual([`mark/${id}`]);
  }
});
