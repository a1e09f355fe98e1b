import { hashOf, slugOf } from './slug';

/** An item before it has an id. `headings`: titles from the nearest heading outwards. */
export interface Draft {
  text: string;
  /** What the author wrote after `^`, if anything. */
  pinned: string | undefined;
  headings: readonly string[];
}

/** A pinned id that cannot be used: taken on this page, a heading's anchor, or with other characters than letters, digits, dash. */
export interface Clash {
  index: number;
  id: string;
}

/** Ids travel in links, which take at most this many bytes of UTF-8. */
const idBytes = 200;

const fit = (name: string): string => {
  if (new TextEncoder().encode(name).length <= idBytes) return name;
  return `${Array.from(name).slice(0, 40).join('')}--${hashOf(name)}`;
};

const countBy = (names: readonly string[]): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
};

/**
 * Tells apart texts that would have the same name [IT3]: each takes as many of its contexts as it needs to be alone,
 * and those that no context tells apart are numbered "1-of-2", so that a later twin changes their names, not their order.
 */
function tellApart(slug: string, contexts: readonly (readonly string[])[], taken: ReadonlySet<string>): string[] {
  const nameAt = (context: readonly string[], depth: number) => [slug, ...context.slice(0, depth)].join('--');
  const deepest = Math.max(0, ...contexts.map((context) => context.length));
  const names = new Array<string | undefined>(contexts.length).fill(undefined);
  for (let depth = 1; depth <= deepest; depth++) {
    const counts = countBy(contexts.map((context) => nameAt(context, depth)));
    contexts.forEach((context, i) => {
      const name = nameAt(context, depth);
      if (counts.get(name) === 1 && !taken.has(name)) names[i] ??= name;
    });
  }
  const nearest = contexts.map((context) => nameAt(context, 1));
  const rest = countBy(nearest.filter((_, i) => names[i] === undefined));
  const seen = new Map<string, number>();
  return nearest.map((name, i) => {
    const alone = names[i];
    if (alone !== undefined) return alone;
    const ordinal = (seen.get(name) ?? 0) + 1;
    seen.set(name, ordinal);
    return `${name}--${ordinal}-of-${rest.get(name) ?? 1}`;
  });
}

/** Names for slugs with contexts, in order: the slug alone where it is the only one and not taken, else told apart. */
function nameAll(
  drafts: readonly { slug: string; contexts: readonly string[] }[],
  taken: ReadonlySet<string>,
): string[] {
  const twins = new Map<string, number[]>();
  drafts.forEach(({ slug }, i) => twins.set(slug, [...(twins.get(slug) ?? []), i]));
  const names = new Array<string>(drafts.length).fill('');
  for (const [slug, indexes] of twins) {
    const alone = indexes.length === 1 && !taken.has(slug);
    const contexts = indexes.map((i) => drafts[i]?.contexts ?? []);
    const told = alone ? [slug] : tellApart(slug, contexts, taken);
    indexes.forEach((i, k) => (names[i] = fit(told[k] ?? slug)));
  }
  return names;
}

/** Ids for a page's items in order [IT1–IT4]; `anchors` are its headings' ids, which items may not take. */
export function identifyItems(
  drafts: readonly Draft[],
  anchors: ReadonlySet<string>,
): { ids: string[]; clashes: Clash[] } {
  const taken = new Set(anchors);
  const clashes: Clash[] = [];
  drafts.forEach(({ pinned }, index) => {
    if (pinned === undefined) return;
    if (taken.has(pinned) || !/^[\p{L}\p{M}\p{N}-]+$/u.test(pinned)) clashes.push({ index, id: pinned });
    taken.add(pinned);
  });
  const free = drafts.filter((draft) => draft.pinned === undefined);
  const names = nameAll(
    free.map(({ text, headings }) => ({ slug: slugOf(text), contexts: headings.map(slugOf) })),
    taken,
  );
  let next = 0;
  return { ids: drafts.map(({ pinned }) => pinned ?? names[next++] ?? ''), clashes };
}

/** Ids for a page's fields in order: table's heading, row and column, numbered where the same thrice over [FD1]. */
export function identifyFields(drafts: readonly { heading: string; row: string; column: string }[]): string[] {
  const slugs = drafts.map((draft) => [draft.heading, draft.row, draft.column].map(slugOf).join('--'));
  return nameAll(
    slugs.map((slug) => ({ slug, contexts: [] })),
    new Set(),
  );
}
