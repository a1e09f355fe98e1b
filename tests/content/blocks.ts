import { readFileSync } from 'node:fs';
import path from 'node:path';
import { createValueScope } from '~/build/markdown/value-scope';
import { readSite } from '~/build/site/read-site';
import type { Value } from '~/core/page/page';
import { fillText } from '~/core/values/placeholder';
import { exampleOf } from '~/core/values/show-value';

/** A fenced block of a content file. `line` is that of its opening fence, from 1; `section` the heading above it. */
export interface Block {
  file: string;
  line: number;
  section: string;
  language: string;
  /** The text as a reader without a run sees it: with the examples of its values. */
  code: string;
  /** The text as its author wrote it. */
  written: string;
  indent: number;
}

const scope = createValueScope('content', undefined, readSite('content').values);

/** The values that a page of the content may name, by their names. */
export const valuesOf = (file: string): ReadonlyMap<string, Value> =>
  new Map(scope(path.relative('content', file)).known.map((value) => [value.name, value]));

/** Reads fences of any length, indented or not; a block's own indent is taken off, and what a longer fence holds is text. */
export function readBlocks(file: string, source = readFileSync(file, 'utf8')): Block[] {
  const values = valuesOf(file);
  const show = (text: string, isLiteral: boolean) =>
    isLiteral ? text : fillText(text, values, (value) => exampleOf(value, true));
  const blocks: Block[] = [];
  let section = '';
  let open: (Omit<Block, 'code'> & { fence: string; isLiteral: boolean }) | undefined;
  source.split('\n').forEach((text, index) => {
    const [, indent = '', fence, language = '', meta = ''] = /^(\s*)(`{3,}|~{3,})\s*(\S*)(.*)/.exec(text) ?? [];
    if (open === undefined) {
      section = /^#+ (.+)/.exec(text)?.[1] ?? section;
      if (fence !== undefined)
        open = {
          ...{ file, line: index + 1, section, language, written: '', fence, indent: indent.length },
          isLiteral: /(?:^|\s)literal(?:\s|$)/.test(meta),
        };
    } else if (fence?.startsWith(open.fence) && language === '') {
      const { isLiteral, file: from, line, language: name, written, indent: width } = open;
      const code = show(written, isLiteral);
      blocks.push({ file: from, line, section: open.section, language: name, code, written, indent: width });
      open = undefined;
    } else {
      open.written += `${text.slice(open.indent)}\n`;
    }
  });
  if (open !== undefined) throw new Error(`${file}:${open.line}: this block is never closed`);
  return blocks;
}

/** Languages of blocks that somebody runs or installs; the others show what is printed, or what is written down. */
const runnable = new Set(['sh', 'sql', 'nginx', 'ini', 'yaml', 'toml']);

export const isRunnable = ({ language }: Block): boolean => runnable.has(language);

/** The runnable block number `nth` (from 1) below a heading; 0 is the first of the others, a file that is only written down. */
export function findBlock(blocks: readonly Block[], section: string, nth: number): Block {
  const here = blocks.filter((block) => block.section === section);
  const found = nth === 0 ? here.find((block) => !isRunnable(block)) : here.filter(isRunnable)[nth - 1];
  if (found === undefined) throw new Error(`No block ${nth} below “${section}” in ${blocks[0]?.file ?? 'the page'}`);
  return found;
}

/** The output shown after a block: number `nth` (from 1) of those that come before the next runnable block. */
export function findOutput(blocks: readonly Block[], block: Block, nth = 1): Block | undefined {
  const after = blocks.filter(({ line }) => line > block.line);
  const next = after.findIndex(isRunnable);
  return after.slice(0, next < 0 ? undefined : next).filter(({ language }) => /^(text|json)$/.test(language))[nth - 1];
}
