/** Indexes in their order as text: "0-41 43 42 44-109", empty for none. Runs of three or more become a range. */
export function writeRanges(indexes: readonly number[]): string {
  const parts: string[] = [];
  for (let i = 0; i < indexes.length;) {
    const from = indexes[i] ?? 0;
    let length = 1;
    while (indexes[i + length] === from + length) length++;
    if (length === 2) length = 1;
    parts.push(length === 1 ? `${from}` : `${from}-${from + length - 1}`);
    i += length;
  }
  return parts.join(' ');
}

/** Reads the indexes from a text of ranges; `undefined` if it is none, or names an index twice or one from `size` up. */
export function readRanges(text: string, size: number): number[] | undefined {
  if (!/^(\d{1,6}(-\d{1,6})?( (?!$)|$))*$/.test(text)) return undefined;
  const indexes = new Set<number>();
  for (const part of text.split(' ').filter((some) => some !== '')) {
    const [from = 0, to = from] = part.split('-').map(Number);
    if (to < from || to >= size) return undefined;
    for (let index = from; index <= to; index++) {
      if (indexes.has(index)) return undefined;
      indexes.add(index);
    }
  }
  return [...indexes];
}
