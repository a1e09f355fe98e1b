import { markdownToMdast, mdxToMdast, type MdastNode } from 'satteri';
import { splitFrontMatter } from '~/build/markdown/front-matter';

/** How long a page takes to read, and for whom. */
export interface Reading {
  words: number;
  /** Lines of code: read more slowly than prose. */
  codeLines: number;
  /** Rounded up, at least 1. */
  minutes: number;
  /** Flesch-Kincaid: years of school that the prose asks for, to one decimal. English only. */
  grade: number;
}

const pace = { words: 220, codeLines: 20 };

/** Groups of vowels, but for a silent `e` at the end: right for nine words of ten, which is enough for a mean. */
export function countSyllables(word: string): number {
  const letters = word.toLowerCase().replace(/[^a-z]/g, '');
  if (letters.length < 4) return 1;
  const groups = letters.replace(/(?:[^laeiouy]es|[^td]ed|[^laeiouy]e)$/, '').match(/[aeiouy]+/g);
  return Math.max(1, groups?.length ?? 1);
}

const blocks = new Set(['paragraph', 'heading', 'tableCell']);

interface Prose {
  /** One a block: a heading or a table's cell ends as a sentence does. */
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

/** Measures a file's prose: reading time and grade. */
export function measureReading(source: string, isMdx = false): Reading {
  const { texts, codeLines } = readProse(source, isMdx);
  const words = texts.flatMap(wordsOf);
  // The grade is that of sentences: what has fewer than four words is a label.
  const sentences = texts.flatMap((text) => text.split(/[.!?:;]+(?=\s|$)/)).map(wordsOf);
  const read = sentences.filter((sentence) => sentence.length > 3);
  const spoken = read.flat();
  const syllables = spoken.reduce((sum, word) => sum + countSyllables(word), 0);
  const grade =
    spoken.length === 0 ? 0 : 0.39 * (spoken.length / read.length) + 11.8 * (syllables / spoken.length) - 15.59;
  const minutes = Math.max(1, Math.ceil(words.length / pace.words + codeLines / pace.codeLines));
  return { words: words.length, codeLines, minutes, grade: Math.max(0, Math.round(grade * 10) / 10) };
}
