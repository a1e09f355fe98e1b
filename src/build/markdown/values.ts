import type { Element, Properties, Root } from 'hast';
import type { Value } from '~/core/page/page';
import { fillAddress } from '~/core/values/fill-address';
import { fillText, readParts, writePlaceholder } from '~/core/values/placeholder';
import { exampleOf, showExamples } from '~/core/values/show-value';
import { valueField } from '~/core/values/value';
import type { Words } from '~/words/en';
import { metaOf } from './code-meta';
import { type Child, childrenOf, h, isElement, isText, isVerbatim, type Node, walk } from './tree';

/** The declared values of a page, by name. */
export type ValuesByName = ReadonlyMap<string, Value>;

/** The place of a value in a text: its example, and its name, by which a browser finds it. */
const placeOf = (value: Value, isCode: boolean): Element =>
  h('var', { dataValue: value.name }, [exampleOf(value, isCode)]);

/** Cuts a text at its values. */
function splitText(text: string, values: ValuesByName, isCode: boolean): Child[] {
  return readParts(text, (name) => values.has(name)).flatMap((part): Child[] => {
    if (typeof part === 'string') return [{ type: 'text', value: part }];
    const value = values.get(part.name);
    return value === undefined ? [] : [placeOf(value, isCode)];
  });
}

const isNamed = (text: unknown, values: ValuesByName): text is string =>
  typeof text === 'string' && readParts(text, (name) => values.has(name)).some((part) => typeof part !== 'string');

/** An address as its author wrote it: the parser has escaped its braces. */
const unescapeBraces = (address: string): string =>
  address.replace(/%7B%7B(.*?)%7D%7D/gi, (whole, inside: string) => {
    try {
      return `{{${decodeURIComponent(inside)}}}`;
    } catch {
      return whole;
    }
  });

/** Marks the links whose address holds a value: with its example for readers without scripts, and as it was written for all others. */
export function markAddresses(root: Root, values: ValuesByName): void {
  if (values.size === 0) return;
  walk(root, (node) => {
    if (!isElement(node, 'a') || typeof node.properties.href !== 'string') return;
    const address = unescapeBraces(node.properties.href);
    if (!isNamed(address, values)) return;
    const shown = fillAddress(
      address,
      (name) => values.has(name),
      (name) => values.get(name)?.example ?? '',
    );
    if (shown === undefined) delete node.properties.href;
    else node.properties.href = shown;
    node.properties.dataHref = address;
  });
}

/** Attributes that are shown or read aloud, and the one that keeps what the author wrote. */
const spoken = { ariaLabel: 'dataLabel', alt: 'dataAlt', title: 'dataTitle' } as const;

function markAttributes(properties: Properties, values: ValuesByName): void {
  for (const [name, keeper] of Object.entries(spoken)) {
    const text = properties[name];
    if (!isNamed(text, values)) continue;
    properties[keeper] = text;
    properties[name] = showExamples(text, values);
  }
}

/** Marks the values in the page's texts and attributes. Ids and anchors were made of what the author wrote. */
export function markValues(root: Root, values: ValuesByName): void {
  if (values.size === 0) return;
  const visit = (node: Node, isCode: boolean): void => {
    if (isElement(node)) markAttributes(node.properties, values);
    const inner = isCode || (isElement(node) && isVerbatim(node));
    if (isElement(node) && node.properties.dataLiteral !== undefined) return void delete node.properties.dataLiteral;
    const siblings = childrenOf(node);
    for (let i = siblings.length - 1; i >= 0; i--) {
      const child = siblings[i];
      if (child === undefined) continue;
      if (isText(child) && isNamed(child.value, values))
        siblings.splice(i, 1, ...splitText(child.value, values, inner));
      else visit(child, inner);
    }
  };
  visit(root, false);
}

/** A character that stands in no text, in the place of a value while code is coloured: its name would be cut into tokens. */
const stand = '\uFDD0';

/** Hides the values of the page's blocks of code from what reads the code as such; returns the function that shows them again. */
export function hideValuesInCode(root: Root, values: ValuesByName): () => void {
  const blocks: { pre: Element; names: string[] }[] = [];
  walk(root, (node) => {
    if (!isElement(node, 'pre') || values.size === 0) return;
    const names: string[] = [];
    const code = childrenOf(node).find((child) => isElement(child, 'code'));
    if (code && /(?:^|\s)literal(?:\s|$)/.test(metaOf(code))) {
      node.properties.dataLiteral = '';
      return;
    }
    walk(node, (inner) => {
      if (!isText(inner)) return;
      inner.value = fillText(inner.value.replaceAll(stand, ''), values, ({ name }) => (names.push(name), stand));
    });
    if (names.length > 0) blocks.push({ pre: node, names });
  });
  return () => {
    for (const { pre, names } of blocks) {
      walk(pre, (inner) => {
        if (isText(inner)) inner.value = inner.value.replaceAll(stand, () => writePlaceholder(names.shift() ?? ''));
      });
    }
  };
}

/** The box in which a run's values are filled in: fields like those of tables, from which a browser reads what each value is. */
export function buildBox(asked: readonly Value[], { values: words }: Words): Element {
  const lines = asked.map(({ name, label, example, pattern }) =>
    h('label', {}, [
      label,
      h('input', {
        type: 'text',
        dataField: valueField(name),
        placeholder: example === '' ? undefined : example,
        autoComplete: ['off'],
        dataPattern: pattern === '' ? undefined : pattern,
      }),
    ]),
  );
  const properties = {
    className: ['values'],
    id: 'ui:values',
    ariaLabel: words.title,
    dataWords: [words.unfit, words.claimed, words.looked].join('|'),
    dataClaimed: words.claimedHere,
    dataPagefindIgnore: '',
    spellCheck: 'false',
  };
  return h('section', properties, [h('p', {}, [h('b', {}, [words.title]), ` ${words.what}`]), ...lines]);
}

const mdxName = /^\s*\{\s*([\p{L}][\p{L}\p{M}\p{N}_]*)\s*\}\s*$/u;

/** The name of the value that a part of `.mdx` stands for: `{{version}}`, which MDX takes for an expression, or `<Value name="version" />`. */
function readMdxName(node: Node): string | undefined {
  if (node.type === 'mdxTextExpression' || node.type === 'mdxFlowExpression') return mdxName.exec(node.value)?.[1];
  if (node.type !== 'mdxJsxTextElement' && node.type !== 'mdxJsxFlowElement') return undefined;
  if (node.name !== 'Value') return undefined;
  const given = node.attributes.find((one) => 'name' in one && one.name === 'name');
  return typeof given?.value === 'string' ? given.value : '';
}

/** Writes the values of an `.mdx` file as those of Markdown are written; an undeclared name is text there too. */
export function readValuesOfMdx(root: Root): void {
  const visit = (node: Node): void => {
    const siblings = childrenOf(node);
    siblings.forEach((child, i) => {
      const name = readMdxName(child);
      if (name === undefined) return visit(child);
      const text: Child = { type: 'text', value: writePlaceholder(name) };
      const isBlock = child.type === 'mdxFlowExpression' || child.type === 'mdxJsxFlowElement';
      siblings[i] = isBlock ? h('p', {}, [text]) : text;
    });
  };
  visit(root);
}
