import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createCompiler, listPages } from '~/build/check/check';
import { pageIdOf } from '~/build/markdown/page-path';
import { writeIndex, type IndexOptions } from '~/build/search/write-index';

/** A page as the site shows it, as far as the search reads it. */
export const wrapPage = (title: string, main: string, lang = 'en'): string =>
  `<html lang="${lang}"><body><nav>Menu</nav><main><h1>${title}</h1>${main}</main></body></html>`;

/** Compiles the Markdown of a content folder, without a site around it, and builds its index; gives the site's folder. */
export async function buildIndex(content: string, options: IndexOptions): Promise<string> {
  const site = mkdtempSync(path.join(tmpdir(), 'search-'));
  const compile = createCompiler({ contentDir: content, base: '/' });
  for (const file of listPages(content)) {
    const { data, output } = compile(path.join(content, file));
    const folder = path.join(site, pageIdOf(file));
    mkdirSync(folder, { recursive: true });
    const [, lang = options.lang] = /^lang: (\S+)$/m.exec(readFileSync(path.join(content, file), 'utf8')) ?? [];
    writeFileSync(path.join(folder, 'index.html'), wrapPage(data.page.title, output, lang));
  }
  await writeIndex(site, options);
  return site;
}
