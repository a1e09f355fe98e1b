/** The number of letters to add, leave out, change or swap to get from one word to the other. */
export function distanceOf(from: string, to: string): number {
  let above: number[] = [];
  let row = Array.from({ length: to.length + 1 }, (_, i) => i);
  for (const [i, letter] of Array.from(from).entries()) {
    const next = [i + 1];
    for (let k = 0; k < to.length; k++) {
      const change = (row[k] ?? 0) + (letter === to[k] ? 0 : 1);
      // Two letters that changed places are one slip.
      const isSwapped = letter === to[k - 1] && from[i - 1] === to[k] && i > 0 && k > 0;
      const swap = isSwapped ? (above[k - 1] ?? 0) + 1 : change;
      next.push(Math.min(change, swap, (row[k + 1] ?? 0) + 1, (next[k] ?? 0) + 1));
    }
    above = row;
    row = next;
  }
  return row.at(-1) ?? 0;
}

/** The `count` names most like the one that was not found, nearest first. */
export function nearestOf(wanted: string, names: Iterable<string>, count = 3): string[] {
  const score = (name: string) =>
    distanceOf(wanted.toLowerCase(), name.toLowerCase()) - (name.includes(wanted) ? 4 : 0);
  return [...new Set(names)]
    .map((name) => ({ name, score: score(name) }))
    .sort((a, b) => a.score - b.score)
    .slice(0, count)
    .map(({ name }) => name);
}

/** "`a`, `b`" for a message. */
export const quoteAll = (names: readonly string[]): string => names.map((name) => `\`${name}\``).join(', ');
