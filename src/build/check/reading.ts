import { markdownToMdast, mdxToMdast, type MdastNode } from 'satteri';
import { splitFrontMatter } from '~/build/markdown/front-matter';

/** The reading time of a page. */
export interface Reading {
  words: number;
  /** Lines of code: read more slowly than prose. */
  codeLines: number;
  /** Rounded up, at least 1. */
  minutes: number;
}

const pace = { words: 220, codeLines: 20 };

const blocks = new Set(['paragraph', 'heading', 'tableCell']);

interface Prose {
  /** The text of each paragraph, heading and cell. */
  texts: string[];
  codeLines: number;
}

function readProse(source: string, isMdx: boolean): Prose {
  const prose: Prose = { texts: [], codeLines: 0 };
  const textIn = (node: MdastNode): string => {
    if (node.type === 'text') return node.value;
    // A command's name is one word, however it is spelled.
    if (node.type === 'inlineCode') return ' code ';
    if (node.type === 'break') return ' ';
    return 'children' in node ? node.children.map(textIn).join('') : '';
  };
  const visit = (node: MdastNode): void => {
    if (node.type === 'code') prose.codeLines += node.value.split('\n').length;
    else if (blocks.has(node.type)) prose.texts.push(textIn(node));
    else if ('children' in node) node.children.forEach(visit);
  };
  visit((isMdx ? mdxToMdast : markdownToMdast)(splitFrontMatter(source).body, { features: { frontmatter: false } }));
  return prose;
}

const wordsOf = (text: string): string[] => text.match(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu) ?? [];

/** Measures a file's prose and code: the number of words and lines, and the minutes they take. */
export function measureReading(source: string, isMdx = false): Reading {
  const { texts, codeLines } = readProse(source, isMdx);
  const words = texts.flatMap(wordsOf).length;
  return { words, codeLines, minutes: Math.max(1, Math.ceil(words / pace.words + codeLines / pace.codeLines)) };
}
