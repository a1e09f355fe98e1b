import type { Value } from '~/core/page/page';

/** A part of a text: text as it stands, or the name of a value. */
export type Part = string | { name: string };

/** The names that a value may have: a letter, then letters, digits, dashes and underscores. */
const name = String.raw`\p{L}[\p{L}\p{M}\p{N}_-]*`;
const wholeName = new RegExp(`^${name}$`, 'u');
const placeholder = new RegExp(String.raw`\{\{[ \t]*(${name})[ \t]*\}\}`, 'gu');

/** Tells whether a value may have this name. */
export const isValueName = (text: string): boolean => wholeName.test(text);

/** Writes a placeholder as the model of a page holds it. */
export const writePlaceholder = (name: string): string => `{{${name}}}`;

/** Takes a text apart at the placeholders of declared values; all others stay text [VA1]. */
export function readParts(text: string, isDeclared: (name: string) => boolean): Part[] {
  if (!text.includes('{{')) return text === '' ? [] : [text];
  const parts: Part[] = [];
  let from = 0;
  for (const { 0: whole, 1: name = '', index } of text.matchAll(placeholder)) {
    if (!isDeclared(name)) continue;
    if (index > from) parts.push(text.slice(from, index));
    parts.push({ name });
    from = index + whole.length;
  }
  if (from < text.length) parts.push(text.slice(from));
  return parts;
}

/** A text in which each declared placeholder is replaced by what `show` makes of its value. `values`: by their names. */
export const fillText = (text: string, values: ReadonlyMap<string, Value>, show: (value: Value) => string): string =>
  readParts(text, (name) => values.has(name))
    .map((part) => {
      const value = typeof part === 'string' ? undefined : values.get(part.name);
      return typeof part === 'string' ? part : value === undefined ? '' : show(value);
    })
    .join('');
