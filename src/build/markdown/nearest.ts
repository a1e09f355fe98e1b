/** How many letters must be added, left out or changed to come from one word to the other. */
function distanceOf(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, i) => i);
  for (const [i, letter] of Array.from(from).entries()) {
    const next = [i + 1];
    for (let k = 0; k < to.length; k++) {
      const change = (row[k] ?? 0) + (letter === to[k] ? 0 : 1);
      next.push(Math.min(change, (row[k + 1] ?? 0) + 1, (next[k] ?? 0) + 1));
    }
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
