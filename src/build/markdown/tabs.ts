import type { Element, Root } from 'hast';
import { type Child, childrenOf, h, headingDepth, isElement, type Node } from './tree';

/*
 * Tabs are alternatives of which a reader needs one: a `<details>` each, of one name, so that the browser itself shows one at a time,
 * opens the one that a link or a search leads into, and shows all of them on paper.
 *
 * In plain Markdown they are headings between two comments, so that other tools show them one below the other:
 *
 *     <!-- tabs -->
 *     #### Docker
 *     …
 *     #### Bare metal
 *     …
 *     <!-- /tabs -->
 *
 * In MDX they are `<Tabs>` with a `<Tab title="Docker">` each, which need no import.
 */

/** The names that `.mdx` pages may use without importing them. */
export const tabNames = ['Tabs', 'Tab'];

const opening = /^\s*<!--\s*tabs(?::start)?\s*-->\s*$/i;
const closing = /^\s*<!--\s*(?:\/tabs|tabs:end)\s*-->\s*$/i;

const isComment = (node: Node | undefined, form: RegExp): boolean => node?.type === 'raw' && form.test(node.value);

const makeTab = (title: Child | string, name: string, isFirst: boolean, content: readonly Child[]): Element =>
  h('details', { name, open: isFirst ? true : undefined }, [h('summary', {}, [title]), ...content]);

const makeTabs = (tabs: Element[], position: Node['position']): Element =>
  Object.assign(h('div', { className: ['tabs'] }, tabs), { position });

/** Gathers what stands between the two comments under its headings; `undefined` where it does not begin with one. */
function gather(between: readonly Child[], name: string): Element[] | undefined {
  const [first] = between.filter((node) => node.type !== 'text');
  const depth = first && headingDepth(first);
  if (depth === undefined) return undefined;
  const tabs: Element[] = [];
  for (const node of between) {
    if (headingDepth(node) === depth) tabs.push(makeTab(node, name, tabs.length === 0, []));
    else tabs.at(-1)?.children.push(node as Element);
  }
  return tabs;
}

/** A tab of `.mdx`; its title is the attribute of that name. */
function readTab(node: Child, name: string, isFirst: boolean): Element[] {
  if (node.type !== 'mdxJsxFlowElement' || node.name !== 'Tab') return [];
  const given = node.attributes.find((one) => 'name' in one && one.name === 'title')?.value;
  const title = typeof given === 'string' ? given : '–';
  return [Object.assign(makeTab(title, name, isFirst, childrenOf(node)), { position: node.position })];
}

/** Makes tabs of what a page's author marked as such. Changes the tree. */
export function shapeTabs(root: Root): void {
  let count = 0;
  const shapeIn = (parent: Node): void => {
    const siblings = childrenOf(parent);
    for (let i = 0; i < siblings.length; i++) {
      const node = siblings[i];
      if (node === undefined) continue;
      if (node.type === 'mdxJsxFlowElement' && node.name === 'Tabs') {
        const name = `tabs-${++count}`;
        let isFirst = true;
        const tabs = childrenOf(node).flatMap((child) => {
          const read = readTab(child, name, isFirst);
          isFirst &&= read.length === 0;
          return read;
        });
        siblings[i] = makeTabs(tabs, node.position);
      } else if (isComment(node, opening)) {
        const end = siblings.findIndex((one, at) => at > i && isComment(one, closing));
        const tabs = end < 0 ? undefined : gather(siblings.slice(i + 1, end), `tabs-${count + 1}`);
        if (tabs === undefined) continue;
        count += 1;
        siblings.splice(i, end - i + 1, makeTabs(tabs, node.position));
      }
    }
    for (const child of siblings) if (!isElement(child, 'pre')) shapeIn(child);
  };
  shapeIn(root);
}
