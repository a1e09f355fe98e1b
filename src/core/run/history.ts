import { groupBy } from '~/core/group-by';
import { onceEach } from '~/core/once-each';
import type { Item } from '~/core/page/page';
import type { Structure } from '~/core/page/structure';
import { keys, type Entry } from './entry';
import type { Run } from './run';
import { readSubject } from './subject';

/** A time in which a contingency was on; `off` is `undefined` while it still is. */
export interface Alert {
  section: string;
  trigger: Item;
  on: Entry;
  off: Entry | undefined;
}

/** Finds the times at which each contingency went on and off, by the entries of its triggers in their order [TL3]. */
export function findAlerts({ items, triggers, beneath }: Structure, run: Run): Alert[] {
  const alerts: Alert[] = [];
  const ticked = new Map<string, Set<string>>();
  const current = new Map<string, Alert>();
  for (const entry of run.entries) {
    const subject = readSubject(entry);
    if (subject.kind !== 'mark') continue;
    const [trigger, section] = [items.get(subject.item), triggers.get(subject.item)];
    if (trigger === undefined || section === undefined || beneath.has(trigger.id)) continue;
    const on = ticked.get(section) ?? new Set();
    ticked.set(section, on);
    if (subject.mark === 'done') on.add(trigger.id);
    else on.delete(trigger.id);
    const alert = current.get(section);
    if (on.size > 0 && alert === undefined) {
      const fresh: Alert = { section, trigger, on: entry, off: undefined };
      current.set(section, fresh);
      alerts.push(fresh);
    } else if (on.size === 0 && alert !== undefined) {
      alert.off = entry;
      current.delete(section);
    } else if (alert?.on.key === entry.key && subject.mark === 'done') {
      // The same trigger was entered again, signed with a name that was given later.
      alert.on = alert.on.at === entry.at ? entry : alert.on;
    }
  }
  return alerts;
}

/** The entries of each key, in order: grouped once a run, because an export asks for every key of it. */
const entriesByKey = onceEach(({ entries }: Run) => groupBy(entries, ({ key }) => key));

/** Lists the earlier entries of a key, without the one that holds now and those with the same value as the next: in order. */
export function earlierOf(run: Run, key: string): Entry[] {
  const entries = entriesByKey(run).get(key) ?? [];
  return entries.slice(0, -1).filter((entry, i) => entry.value !== entries[i + 1]?.value);
}

/** A failure that a later mark replaced. */
export interface Mended {
  item: Item;
  failed: Entry;
  now: Entry;
}

/** Finds the failures of a run that no longer stand, in the order of the page [RN8]. */
export function findMended({ leaves }: Structure, run: Run): Mended[] {
  return leaves.flatMap((item) => {
    const now = entriesByKey(run).get(keys.mark(item.id))?.at(-1);
    if (now === undefined || now.value === 'failed') return [];
    return earlierOf(run, now.key)
      .filter(({ value }) => value === 'failed')
      .map((failed) => ({ item, failed, now }));
  });
}
