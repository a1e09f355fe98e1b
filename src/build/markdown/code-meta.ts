import type { Element } from 'hast';

/** The data in the opening line of a block of code: ```` ```sh title="deploy.sh" {2,4-5} ````. */
export interface CodeMeta {
  /** In lower case; '' where none is given. */
  language: string;
  title: string | undefined;
  /** Lines that are marked, from 1. */
  marked: ReadonlySet<number>;
}

const titled = /(?:^|\s)(?:title|filename|file)\s*=\s*(?:"([^"]*)"|'([^']*)'|(\S+))/;
const ranges = /\{([\d\s,-]+)\}/;

function readRanges(list: string): Set<number> {
  const lines = new Set<number>();
  for (const range of list.split(',')) {
    const [from = 0, to = from] = range.split('-').map(Number);
    // A slip such as {1-1000000} marks no more lines than anybody writes.
    for (let line = from; line > 0 && line <= Math.min(to, from + 999); line++) lines.add(line);
  }
  return lines;
}

/** The words after a block's language, as the parser keeps them; empty where there are none. */
export function metaOf({ data }: Element): string {
  const meta: unknown = data && 'meta' in data ? data.meta : undefined;
  return typeof meta === 'string' ? meta : '';
}

/** Reads the language, title and marked lines of a block. */
export function readCodeMeta(code: Element): CodeMeta {
  const { className } = code.properties;
  const given = Array.isArray(className)
    ? className.map(String).find((name) => name.startsWith('language-'))
    : undefined;
  const info = `${given?.slice('language-'.length) ?? ''} ${metaOf(code)}`;
  const title = titled.exec(info);
  const [, list = ''] = ranges.exec(info.replace(titled, '')) ?? [];
  return {
    language: /^[^\s{]*/.exec(info)?.[0].toLowerCase() ?? '',
    title: title?.[1] ?? title?.[2] ?? title?.[3],
    marked: readRanges(list),
  };
}
