import { groupBy, groupByEach } from '~/core/group-by';
import { onceEachText } from '~/core/once-each-text';
import { nameInId } from '~/core/page/former';
import type { Item } from '~/core/page/page';
import { nameTexts } from '~/core/page/ids';
import { casedWordingOf } from '~/core/page/signs';
import { exactNameOf, nameOf, signMark } from '~/core/page/slug';
import type { Structure } from '~/core/page/structure';
import type { Heading } from './read-tasks';

/** A task's words, in plain text, and its place. `pinned`: the id after `^`, if any. */
export interface Candidate {
  text: string;
  pinned: string | undefined;
  headings: readonly Heading[];
}

/** The item that a task matches; `ambiguous` if it may be one of several, `unknown` if the page has none with its words. */
export type Match = Item | 'ambiguous' | 'unknown';

/**
 * Matches twins of one place by their order, if there are as many as on the page. Where the page's differ in capitals (`-d`, `-D`), only
 * those that are spelt alike are matched: order says nothing of the others.
 */
function matchTwins(
  tasks: readonly Candidate[],
  places: readonly Item[],
  match: (task: Candidate, item: Item | undefined) => void,
): void {
  const spelt = groupBy(places, ({ text }) => casedWordingOf(text));
  if (spelt.size < 2) {
    if (places.length === tasks.length) tasks.forEach((task, i) => match(task, places[i]));
    return;
  }
  for (const [wording, alike] of groupBy(tasks, ({ text }) => casedWordingOf(text))) {
    const items = spelt.get(wording) ?? [];
    if (items.length === alike.length) alike.forEach((task, i) => match(task, items[i]));
  }
}

/** The name of an item by its source, where it shows emoji: an id is made of their codes (`:rocket:`), which copies of the source have. */
const codedName = ({ id, text }: Item): string[] =>
  id.includes(signMark) && /\p{Extended_Pictographic}/u.test(text) ? [nameInId(id)] : [];

/** The headings around twins that tell them apart: first all of them, then the nearest alone. */
const contexts = [(path: readonly string[]) => path.join('\n'), (path: readonly string[]) => path[0]];

/**
 * Matches each task to an item [EX6]: by its pinned id, else by its words. Twins are told apart by the headings around them and, under the
 * same headings, by their order, if there are as many of them as on the page. Nothing is guessed. `readTitle` reads a heading as the text
 * has it.
 */
export function matchTasks(
  { page, items, paths }: Structure,
  tasks: readonly Candidate[],
  readTitle: (written: string) => string,
): Match[] {
  const matches = new Map<Candidate, Item>();
  const taken = new Set<string>();
  const match = (task: Candidate, item: Item | undefined) => {
    if (item === undefined || taken.has(item.id)) return;
    taken.add(item.id);
    matches.set(task, item);
  };
  for (const task of tasks) if (task.pinned !== undefined) match(task, items.get(task.pinned));

  // A hostile copy repeats the same text a hundred thousand times.
  const nameHeading = onceEachText(nameOf);
  const pageTitle = nameOf(page.title);
  /** The page's own title stands above everything, or nowhere: it distinguishes nothing. */
  const pathOf = (headings: readonly Heading[], nameTitle: (title: string) => string): string[] =>
    headings
      .map(({ depth, title }) => ({ depth, name: nameTitle(title) }))
      .filter((heading) => heading.depth > 1 || heading.name !== pageTitle)
      .map((heading) => heading.name);
  const sections = new Map(page.sections.map((section) => [section.anchor, section]));
  const itemPath = ({ section }: Item) =>
    pathOf(
      (paths.get(section) ?? []).flatMap((anchor) => sections.get(anchor) ?? []),
      nameHeading,
    );
  const known = new Map<readonly Heading[], string[]>();
  const taskPath = ({ headings }: Candidate): string[] => {
    const path = known.get(headings) ?? pathOf(headings, (title) => nameHeading(readTitle(title)));
    known.set(headings, path);
    return path;
  };

  const itemNames = nameTexts(page.items.map(({ text }) => text));
  const named = page.items.map((item, i) => ({ item, names: new Set([itemNames[i] ?? '', ...codedName(item)]) }));
  const byName = groupByEach(named, (one) => one.names);
  /** The item's own id on the page: exactly, where another item of the same words is worded differently. */
  const nameTask = onceEachText((text) => (byName.has(exactNameOf(text)) ? exactNameOf(text) : nameOf(text)));
  const names = new Map(tasks.map((task) => [task, nameTask(task.text)]));
  const tasksByName = groupBy(tasks, (task) => names.get(task) ?? '');
  for (const [name, same] of tasksByName) {
    const wanted = (byName.get(name) ?? []).map(({ item }) => item);
    if (wanted.length === 1 && same.length === 1 && same[0]) match(same[0], wanted[0]);
    for (const nameOf of contexts) {
      const open = groupBy(
        wanted.filter(({ id }) => !taken.has(id)),
        (item) => nameOf(itemPath(item)),
      );
      const unmatched = groupBy(
        same.filter((task) => !matches.has(task)),
        (task) => nameOf(taskPath(task)),
      );
      for (const [context, twins] of unmatched) {
        if (context !== undefined) matchTwins(twins, open.get(context) ?? [], match);
      }
    }
  }
  return tasks.map((task) => matches.get(task) ?? (byName.has(names.get(task) ?? '') ? 'ambiguous' : 'unknown'));
}
