import type { Element } from 'hast';
import { elementOf, readHtml } from './raw-element';
import { empty, endOptional, type Token } from './raw-tags';
import { type Child, childrenOf, type Node } from './tree';

/* Makes elements of the tags of raw HTML. */

/** The most elements of raw HTML that lie in each other. */
const deepest = 100;

/** The elements that are open while tags become elements, and the place for the next content. */
class Folding {
  readonly children: Child[] = [];
  private readonly open: Element[] = [];

  add(...nodes: Child[]): void {
    const inner = this.open.at(-1);
    (inner ? childrenOf(inner) : this.children).push(...nodes);
  }

  begin(element: Element): void {
    const kind = endOptional[element.tagName];
    const last = this.open.findLastIndex(({ tagName }) => kind !== undefined && endOptional[tagName] === kind);
    // A list or table within this one has elements of its own.
    const isNested = this.open.slice(last + 1).some(({ tagName }) => ['ul', 'ol', 'table', 'dl'].includes(tagName));
    if (last >= 0 && !isNested) this.open.splice(last);
    // Browsers, too, take elements that lie too deep out of those around them.
    if (this.open.length >= deepest) this.open.pop();
    this.add(element);
    if (!empty.has(element.tagName)) this.open.push(element);
  }

  end(name: string): void {
    const last = this.open.findLastIndex(({ tagName }) => tagName === name);
    if (last >= 0) this.open.splice(last);
  }
}

/** The elements of a drawing; any other would end it for the browser. */
const drawn = new Set('svg circle ellipse g line path polygon polyline rect text tspan'.split(' '));

/** An attribute in a drawing that is forbidden, or leads elsewhere. */
const unsafeInDrawing =
  /[\s"'/](?:(?:on|data-|popover)[\w-]*|style|href|xlink:href|is|nonce|autofocus|contenteditable)(?=[\s=/>])|\bid\s*=\s*["']?ui:/i;

const at = (position: Node['position'], linesBefore: number): Node['position'] =>
  position && { ...position, start: { line: position.start.line + linesBefore, column: 1 } };

/** Makes one list of nodes of the parts of an element: those that are raw HTML by their tokens, the others as they are. */
export function foldTokens(parts: readonly { node: Child; tokens: (Token | string)[] | undefined }[]): Child[] {
  const folding = new Folding();
  let drawing = '';
  for (const { node, tokens } of parts) {
    if (!tokens) {
      folding.add(node);
      continue;
    }
    for (const token of tokens) {
      if (typeof token === 'string') {
        if (drawing !== '') drawing += token.replaceAll('<', '&lt;');
        // Between the tags of an HTML block there are entities and nothing that could open a tag.
        else if (token !== '') folding.add(...readHtml(token.replaceAll('<', '&lt;')));
        continue;
      }
      const position = at(node.position, token.linesBefore);
      if (token.shown === 'text') folding.add({ type: 'text', value: token.html, position });
      if (token.shown !== 'tag') continue;
      const element = token.closes ? undefined : elementOf(token.name, token.attributes);
      // The names in a drawing are case-sensitive: it stays as it is written, except for anything that would run.
      if (drawing !== '' || (token.name === 'svg' && !token.closes)) {
        if (!drawn.has(token.name)) continue;
        drawing += unsafeInDrawing.test(token.html) ? `<${token.name}>` : token.html;
        if (token.name !== 'svg' || !token.closes) continue;
        folding.add({ type: 'raw', value: drawing, position } as Child);
        drawing = '';
      } else if (element) folding.begin(Object.assign(element, { position }));
      else folding.end(token.name);
    }
  }
  return folding.children;
}
