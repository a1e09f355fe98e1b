import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openCache } from '~/build/cache/build-cache';
import { createStateReader, keepReading, readKept } from '~/build/markdown/kept-reading';
import { anchorsIn } from '~/build/markdown/link-target';
import { createPageReader } from '~/build/markdown/read-page';
import { serializeTree } from '~/build/markdown/serialize';

let folder: string;
const write = (file: string, text: string): void => {
  mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
  writeFileSync(path.join(folder, file), text);
};
beforeEach(() => void (folder = mkdtempSync(path.join(tmpdir(), 'reading-'))));
afterEach(() => rmSync(folder, { recursive: true }));

const errors: string[] = [];

/** Reads a page as a build does, and keeps the reading if it may be kept. */
function read(source: string): void {
  const file = path.join(folder, 'runbooks/a.md');
  write('runbooks/a.md', source);
  const { tree, data, asked } = createPageReader({ contentDir: folder, base: '/' })(file, source);
  const { page, links, problems, images = [] } = data;
  const reading = {
    data: { page, links, errors, source: 'a.md', file: 'a.md', description: '', readingStyles: false },
    html: serializeTree(tree),
    images,
    isMdx: false,
    problems,
  };
  keepReading(openCache(folder, 'kept'), 'a', reading, asked, createStateReader());
}

const kept = () => readKept(openCache(folder, 'kept'), 'a', createStateReader());

describe('the reading of a page is kept', () => {
  it('while the pages that it links to stay as they are', () => {
    write('guides/b.md', '# B\n\n## Two\n');
    read('# A\n\n- [ ] Go to [two](../guides/b.md#two)\n');
    expect(kept()).toMatchObject({ data: { page: { title: 'A' }, links: [{ anchor: 'two' }] } });
    write('guides/b.md', '# B\n\n## Three\n');
    expect(kept()).toBeUndefined();
    write('guides/b.md', '# B\n\n## Two\n');
    expect(kept()).toBeDefined();
    rmSync(path.join(folder, 'guides/b.md'));
    expect(kept()).toBeUndefined();
  });

  it('whatever else such a page says: a link asks whether it is there, or for its anchors', () => {
    const isPage = (file: string) => file.endsWith('b.md');
    const read = (anchors: string) => createStateReader({ isPage, anchorsOf: () => anchors });
    write('guides/b.md', '# B\n');
    const b = path.join(folder, 'guides/b.md');
    const [there, anchors] = [read('one')(b), read('one')(anchorsIn(b))];
    write('guides/b.md', '# B, in other words\n');
    expect([read('one')(b), read('one')(anchorsIn(b))]).toEqual([there, anchors]);
    expect(read('two')(b)).toBe(there);
    expect(read('two')(anchorsIn(b))).not.toBe(anchors);
    rmSync(b);
    expect(read('one')(b)).not.toBe(there);
  });

  it('with its warnings, which every build says', () => {
    read('# A\n\n- [] Not a step\n');
    expect(kept()?.problems).toMatchObject([{ severity: 'warning', line: 3 }]);
  });

  it('never with something broken, whose message names the pages that there are', () => {
    read('# A\n\n[Gone](../guides/gone.md)\n');
    expect(kept()).toBeUndefined();
  });

  it('never with pictures that Astro is to copy', () => {
    write('runbooks/a.svg', '<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"/>');
    read('# A\n\n![A](a.svg)\n');
    expect(kept()).toBeUndefined();
  });
});
