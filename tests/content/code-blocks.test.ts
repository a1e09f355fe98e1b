import { execFileSync } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import { loadModule, parseSync } from 'libpg-query';
import { parse as parseToml } from 'smol-toml';
import { beforeAll, describe, expect, test } from 'vitest';
import { parse as parseYaml } from 'yaml';

/** A fenced block of a content file; `line` is that of its opening fence, from 1. */
interface Block {
  file: string;
  line: number;
  language: string;
  code: string;
}

/** Fences of any length, indented or not; a block's own indent is taken off, and what a longer fence holds is text. */
function readBlocks(file: string): Block[] {
  const blocks: Block[] = [];
  let open: (Block & { fence: string; indent: number }) | undefined;
  readFileSync(file, 'utf8')
    .split('\n')
    .forEach((text, index) => {
      const [, indent = '', fence, language = ''] = /^(\s*)(`{3,}|~{3,})\s*(\S*)/.exec(text) ?? [];
      if (open === undefined) {
        if (fence !== undefined)
          open = { file, line: index + 1, language, code: '', fence, indent: indent.length };
      } else if (fence?.startsWith(open.fence) && language === '') {
        blocks.push({ file: open.file, line: open.line, language: open.language, code: open.code });
        open = undefined;
      } else {
        open.code += `${text.slice(open.indent)}\n`;
      }
    });
  if (open !== undefined) throw new Error(`${file}:${open.line}: this block is never closed`);
  return blocks;
}

/** How each language is read; what throws is the finding. Languages without a parser are listed as such. */
const parsers: Record<string, (code: string) => unknown> = {
  sh: (code) => execFileSync('bash', ['-n'], { input: code, stdio: ['pipe', 'pipe', 'pipe'] }),
  sql: (code) => parseSync(code),
  yaml: (code) => parseYaml(code),
  json: (code) => JSON.parse(code) as unknown,
  toml: (code) => parseToml(code),
  text: () => undefined,
  nginx: () => undefined,
  ini: () => undefined,
  markdown: () => undefined,
  mdx: () => undefined,
};

const blocks = globSync('content/{runbooks,guides}/**/*.{md,mdx}')
  .sort()
  .flatMap((file) => readBlocks(file));

beforeAll(loadModule);

describe('every code block of the content parses', () => {
  test.each(blocks)('$file:$line ($language)', ({ language, code }) => {
    const parse = parsers[language];
    expect(Object.keys(parsers), 'name the language of the block; output is `text`').toContain(language);
    expect(() => parse?.(code)).not.toThrow();
  });

  test('a broken block of each language is found', () => {
    const broken = { sh: 'if true; then', sql: 'SELEC 1', yaml: 'a: [', json: '{a: 1}', toml: 'a = ' };
    for (const [language, code] of Object.entries(broken))
      expect(() => parsers[language]?.(code), language).toThrow();
  });
});
