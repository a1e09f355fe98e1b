import type { Element, Root } from 'hast';
import { colourCode } from './code';
import { readCodeMeta } from './code-meta';
import { readSession, type SessionLine } from './code-session';
import { childrenOf, h, isElement, isText, type Node, walk } from './tree';

type Children = Element['children'];

/** From this many characters on, a line is wider than a phone: its block scrolls, and so must be reachable by keyboard. */
const wide = 34;

/** Languages whose name is shown, because it says more than the text does: a diagram appears as its source. */
const named: Record<string, string> = {
  mermaid: 'Mermaid',
  plantuml: 'PlantUML',
  dot: 'Graphviz',
  graphviz: 'Graphviz',
};

const rawText = (node: Node): string => (isText(node) ? node.value : childrenOf(node).map(rawText).join(''));

/** Cuts nodes at the ends of lines, each line with its line feed; a token that spans several is in each of them. */
function splitLines(nodes: Children): Children[] {
  const lines: Children[] = [[]];
  for (const node of nodes) {
    const parts: Children[] = isElement(node)
      ? splitLines(node.children).map((children) => [{ ...node, children }])
      : (isText(node) ? node.value.split(/(?<=\n)/) : []).map((value) => [{ type: 'text', value }]);
    parts.forEach((part, i) => {
      if (i > 0) lines.push([]);
      lines.at(-1)?.push(...part);
    });
    const last = lines.at(-1) ?? [];
    if (last.map(rawText).join('').endsWith('\n')) lines.push([]);
  }
  return lines.filter((line, i) => i < lines.length - 1 || line.length > 0);
}

const kindOfChange = (line: string): string[] => {
  if (/^(?:\+\+\+|---) /.test(line)) return [];
  if (line.startsWith('+')) return ['added'];
  return line.startsWith('-') ? ['removed'] : [];
};

/** Wraps each line that is marked or was changed in a span of its own. */
function markLines(code: Element, language: string, marked: ReadonlySet<number>): void {
  code.children = splitLines(code.children).flatMap((line, i): Children => {
    const change = language === 'diff' || language === 'patch' ? kindOfChange(line.map(rawText).join('')) : [];
    const className = [...change, ...(marked.has(i + 1) ? ['marked'] : [])];
    return className.length > 0 ? [h('span', { className }, line)] : line;
  });
}

/** A session: prompts and output are shown, and neither selected nor copied. */
function showSession(lines: readonly SessionLine[]): Children {
  const whole = (line: string, i: number) => (i < lines.length - 1 ? `${line}\n` : line);
  return lines.flatMap((line, i): Children => {
    if ('output' in line) {
      const text = whole(line.output, i);
      return text === '' ? [] : [h('span', { className: ['output'] }, [text])];
    }
    const command = colourCode(whole(line.command, i), 'bash');
    return line.prompt === '' ? command : [h('span', { className: ['prompt'] }, [line.prompt]), ...command];
  });
}

function shapeBlock(code: Element): string | undefined {
  const { language, title, marked } = readCodeMeta(code);
  const text = rawText(code);
  const session = readSession(text, language);
  code.children = session ? showSession(session) : colourCode(text, language);
  if (marked.size > 0 || language === 'diff' || language === 'patch') markLines(code, language, marked);
  delete code.data;
  if (language !== '') code.properties.className = [`language-${language}`];
  return title ?? named[language];
}

/** Shapes the page's blocks of code: colours, marked lines, sessions and titles, by classes alone. Says whether there are any. */
export function shapeCode(root: Root): boolean {
  const blocks: { pre: Element; parent: Node }[] = [];
  walk(root, (node, parent) => {
    if (isElement(node, 'pre')) blocks.push({ pre: node, parent });
  });
  for (const { pre, parent } of blocks) {
    if (
      rawText(pre)
        .split('\n')
        .some((line) => line.length > wide)
    )
      pre.properties.tabIndex = 0;
    const [code, ...others] = pre.children.filter((child) => !isText(child) || child.value.trim() !== '');
    if (!isElement(code, 'code') || others.length > 0) continue;
    const title = shapeBlock(code);
    if (title === undefined) continue;
    const siblings = childrenOf(parent);
    const figure = h('figure', { className: ['titled'] }, [h('figcaption', {}, [title]), pre]);
    siblings[siblings.indexOf(pre)] = figure;
  }
  return blocks.length > 0;
}
