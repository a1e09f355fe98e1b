import type { Item } from '~/core/page/page';
import { slugOf } from '~/core/page/slug';
import type { Structure } from '~/core/page/structure';
import type { Heading } from './read-tasks';

/** A task's words, in plain text, and its place. `pinned`: what stands after `^`, if anything. */
export interface Candidate {
  text: string;
  pinned: string | undefined;
  headings: readonly Heading[];
}

/** The item that a task is; `ambiguous` where it may be one of several, `unknown` where the page has none with its words. */
export type Match = Item | 'ambiguous' | 'unknown';

/** Members by what `nameOf` calls them; those without a name are left out. */
function groupBy<Member>(
  members: readonly Member[],
  nameOf: (member: Member) => string | undefined,
): Map<string, Member[]> {
  const groups = new Map<string, Member[]>();
  for (const member of members) {
    const name = nameOf(member);
    if (name === undefined) continue;
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [member]);
    else group.push(member);
  }
  return groups;
}

/** How many of the headings around twins tell them apart: all of them, else the nearest alone. */
const contexts = [(path: readonly string[]) => path.join('\n'), (path: readonly string[]) => path[0]];

/**
 * Which item each task is [EX6]: by its pinned id, else by its words. Twins are told apart by the headings around them, and
 * under the same ones by their order, if there are as many of them as on the page. Nothing is guessed. `readTitle`
 * reads a heading as the text has it.
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

  const pageTitle = slugOf(page.title);
  /** The page's own title stands above everything, or nowhere: it tells nothing apart. */
  const pathOf = (headings: readonly Heading[], slug: (title: string) => string): string[] =>
    headings
      .map(({ depth, title }) => ({ depth, slug: slug(title) }))
      .filter((heading) => heading.depth > 1 || heading.slug !== pageTitle)
      .map((heading) => heading.slug);
  const sections = new Map(page.sections.map((section) => [section.anchor, section]));
  const itemPath = ({ section }: Item) =>
    pathOf(
      (paths.get(section) ?? []).flatMap((anchor) => sections.get(anchor) ?? []),
      slugOf,
    );
  const known = new Map<readonly Heading[], string[]>();
  const taskPath = ({ headings }: Candidate): string[] => {
    const path = known.get(headings) ?? pathOf(headings, (title) => slugOf(readTitle(title)));
    known.set(headings, path);
    return path;
  };

  const bySlug = groupBy(page.items, ({ text }) => slugOf(text));
  const slugs = new Map(tasks.map((task) => [task, slugOf(task.text)]));
  const tasksBySlug = groupBy(tasks, (task) => slugs.get(task));
  for (const [slug, same] of tasksBySlug) {
    const wanted = bySlug.get(slug) ?? [];
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
        const places = open.get(context) ?? [];
        if (places.length === twins.length) twins.forEach((task, i) => match(task, places[i]));
      }
    }
  }
  return tasks.map((task) => matches.get(task) ?? (bySlug.has(slugs.get(task) ?? '') ? 'ambiguous' : 'unknown'));
}
