import type { Structure } from '~/core/page/structure';
import { namedRoles } from '~/core/plan/roles';
import { readEscaped } from './escape';
import { matchTasks, type Match } from './match-tasks';
import { makeTemplateMatcher } from './match-template';
import type { Task } from './read-tasks';
import { readExportedTask, makeSourceReader, makeTitleReader, type ReadTask } from './task-text';

/** A task as read, and the item that it matches. */
export interface PlacedTask extends ReadTask {
  match: Match;
}

function place(structure: Structure, read: readonly ReadTask[], readTitle: (written: string) => string): PlacedTask[] {
  const written = structure.unfilled ?? structure;
  const matches = matchTasks(written, read, readTitle);
  const matchTemplate = makeTemplateMatcher(written.page.items);
  const taken = new Set(matches);
  return read.map((task, i) => {
    const match = matches[i] ?? 'unknown';
    if (match !== 'unknown') return { ...task, match };
    const item = matchTemplate(task.text);
    if (item === undefined || taken.has(item)) return { ...task, match };
    if (item !== 'ambiguous') taken.add(item);
    return { ...task, match: item };
  });
}

/** Places the tasks of an export [EX6]. */
export const placeExportedTasks = (structure: Structure, tasks: readonly Task[]): PlacedTask[] =>
  place(structure, tasks.map(readExportedTask), readEscaped);

/** Places the tasks of a copy: of the source, or of a part of an export, whose first lines were left behind [EX6]. */
export function placeCopiedTasks(structure: Structure, tasks: readonly Task[]): PlacedTask[] {
  const { plan } = structure.page;
  const roles = plan ? namedRoles(plan) : [];
  const copied = place(structure, tasks.map(makeSourceReader(roles)), makeTitleReader(tasks[0]?.defined));
  if (copied.every(({ match }) => match !== 'unknown')) return copied;
  const exported = placeExportedTasks(structure, tasks);
  return copied.some(({ match }) => typeof match !== 'string')
    ? copied.map((task, i) => (task.match === 'unknown' ? (exported[i] ?? task) : task))
    : exported;
}
