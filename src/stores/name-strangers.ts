import type { Structure } from '~/core/page/structure';
import { orderEntries, type Run } from '~/core/run/run';
import { splitKey } from '~/core/snapshot/key';
import { snapshotPageOf } from '~/core/snapshot/snapshot-page';
import { isStranger, nameStrangers } from '~/core/snapshot/stranger';

/** Returns a run with names in place of the hashes that its page knows, or the run itself by another entry [SN9]. */
export function nameInRun(run: Run, { page }: Structure): Run {
  const known = snapshotPageOf(page);
  const idsOf = (...kinds: string[]) =>
    run.entries
      .map(({ key }) => splitKey(key))
      .flatMap(({ kind, id }) => (kinds.includes(kind) && !isStranger(id) ? id : []));
  const items = new Set([...known.items, ...idsOf('mark', 'note')]);
  const fields = new Set([...known.fields, ...idsOf('field')]);
  return {
    ...run,
    entries: orderEntries(nameStrangers(run.entries, { ...known, items: [...items], fields: [...fields] })),
  };
}
