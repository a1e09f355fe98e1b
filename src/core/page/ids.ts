import { groupBy } from '~/core/group-by';
import { casedWordingOf, wordingOf } from './signs';
import { exactNameOf, hashOf, nameOf } from './slug';

/** An item before it has an id. `headings`: titles from the nearest heading outwards. */
export interface Draft {
  text: string;
  /** The author's own id, written after `^`; `undefined` if there is none. */
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
  // Most names need not be counted: a unit of UTF-16 takes at most three bytes.
  if (3 * name.length <= idBytes || new TextEncoder().encode(name).length <= idBytes) return name;
  return `${Array.from(name).slice(0, 40).join('')}--${hashOf(name)}`;
};

const countBy = (names: readonly string[]): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
};

/** Joins a name with the first `depth` of its contexts. */
const nameAt = (name: string, context: readonly string[], depth: number) =>
  [name, ...context.slice(0, depth)].join('--');

/**
 * Numbers names that no context distinguishes "1-of-2", so that a later twin changes their names, not their order. Twins under different
 * headings are numbered separately: each takes as many of its contexts as it needs to be numbered only among the twins of one place. Those
 * that differ in capitals alone (`-d`, `-D`) are not numbered together: their order tells nothing apart.
 */
function number(name: string, contexts: readonly (readonly string[])[], cased: readonly string[]): string[] {
  const pathOf = (context: readonly string[]) => context.join('--');
  const places = contexts.map((context) => {
    const path = pathOf(context);
    const isShared = (depth: number) =>
      contexts.some((other) => pathOf(other) !== path && nameAt(name, other, depth) === nameAt(name, context, depth));
    let depth = 1;
    while (depth < context.length && isShared(depth)) depth++;
    return nameAt(name, context, depth);
  });
  const differ = places.map((place, i) => places.some((other, k) => other === place && cased[k] !== cased[i]));
  const bases = places.map((place, i) => (differ[i] ? `${place}--x-${hashOf(cased[i] ?? '')}` : place));
  const counts = countBy(bases);
  const seen = new Map<string, number>();
  return bases.map((base, i) => {
    if (differ[i] && counts.get(base) === 1) return base;
    const ordinal = (seen.get(base) ?? 0) + 1;
    seen.set(base, ordinal);
    return `${base}--${ordinal}-of-${counts.get(base) ?? 1}`;
  });
}

/**
 * Tells apart texts of one name [IT3]: each takes as many of its contexts as it needs to be alone; the rest are numbered. `cased`: their
 * wordings with capitals.
 */
function tellApart(
  name: string,
  contexts: readonly (readonly string[])[],
  cased: readonly string[],
  taken: ReadonlySet<string>,
): string[] {
  const deepest = Math.max(0, ...contexts.map((context) => context.length));
  const told = new Array<string | undefined>(contexts.length).fill(undefined);
  for (let depth = 1; depth <= deepest; depth++) {
    const counts = countBy(contexts.map((context) => nameAt(name, context, depth)));
    contexts.forEach((context, i) => {
      const candidate = nameAt(name, context, depth);
      if (counts.get(candidate) === 1 && !taken.has(candidate)) told[i] ??= candidate;
    });
  }
  const isLeft = (_: unknown, i: number) => told[i] === undefined;
  const numbered = number(name, contexts.filter(isLeft), cased.filter(isLeft));
  let next = 0;
  return told.map((alone) => alone ?? numbered[next++] ?? name);
}

/**
 * The names of a page's texts, in order. Where several have one name and yet are worded differently ("Sign off", "Sign-off"), each is
 * named exactly, so that their order tells nothing apart [IT3].
 */
export function nameTexts(texts: readonly string[]): string[] {
  const names = texts.map(nameOf);
  const counts = countBy(names);
  const wordings = new Map<string, string>();
  const mixed = new Set<string>();
  names.forEach((name, i) => {
    if (counts.get(name) === 1) return;
    const wording = wordingOf(texts[i] ?? '');
    if ((wordings.get(name) ?? wording) !== wording) mixed.add(name);
    wordings.set(name, wording);
  });
  return names.map((name, i) => (mixed.has(name) ? exactNameOf(texts[i] ?? '') : name));
}

/**
 * Makes ids for names with contexts, in order: the bare name if it is unique and not taken, else a distinguished one. `spell`: gives the
 * wording of one of the texts, with its capitals.
 */
function identifyAll(
  names: readonly string[],
  contexts: readonly (readonly string[])[],
  spell: (index: number) => string,
  taken: ReadonlySet<string>,
): string[] {
  const twins = groupBy(names.keys(), (i) => names[i] ?? '');
  const ids = new Array<string>(names.length).fill('');
  for (const [name, indexes] of twins) {
    const isAlone = indexes.length === 1 && !taken.has(name);
    const around = indexes.map((i) => contexts[i] ?? []);
    const told = isAlone ? [name] : tellApart(name, around, indexes.map(spell), taken);
    indexes.forEach((i, k) => (ids[i] = fit(told[k] ?? name)));
  }
  return ids;
}

/** The names of all headings of a page by their titles, so that two of them that are worded differently are two contexts. */
function nameHeadings(titles: readonly string[]): ReadonlyMap<string, string> {
  const distinct = [...new Set(titles)];
  const names = nameTexts(distinct);
  return new Map(distinct.map((title, i) => [title, names[i] ?? '']));
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
  const titles = nameHeadings(free.flatMap(({ headings }) => headings));
  const ids = identifyAll(
    nameTexts(free.map(({ text }) => text)),
    free.map(({ headings }) => headings.map((title) => titles.get(title) ?? '')),
    (i) => casedWordingOf(free[i]?.text ?? ''),
    taken,
  );
  let next = 0;
  return { ids: drafts.map(({ pinned }) => pinned ?? ids[next++] ?? ''), clashes };
}

/** Makes ids for a page's fields, in order: the table's heading, row and column, numbered if all three are the same [FD1]. */
export function identifyFields(drafts: readonly { heading: string; row: string; column: string }[]): string[] {
  const parts = [
    drafts.map(({ heading }) => heading),
    drafts.map(({ row }) => row),
    drafts.map(({ column }) => column),
  ];
  const named = parts.map(nameTexts);
  const names = drafts.map((_, i) => named.map((part) => part[i] ?? '').join('--'));
  return identifyAll(
    names,
    names.map(() => []),
    (i) => parts.map((part) => casedWordingOf(part[i] ?? '')).join('--'),
    new Set(),
  );
}
