import type { RunRecord } from '~/core/run/record';
import { readValues } from '~/core/values/read-values';
import { hasLooked } from '~/client/values/looked';
import { paintValues } from '~/client/values/paint-values';
import { runKey, shownKey, waitingKey } from '~/stores/storage-keys';

/*
 * Stands below the text of a runbook that has values, and sets those of the kept run before the first frame: as text, and into code
 * only what fits. Whatever it cannot read it leaves to what comes later.
 */

try {
  const box = document.querySelector<HTMLElement>('[data-values]');
  const page = document.querySelector<HTMLElement>('[data-page]')?.dataset.page ?? '';
  const id = localStorage.getItem(shownKey(page)) ?? '';
  const record: RunRecord = JSON.parse(localStorage.getItem(runKey(page, id)) ?? '{}');
  const isShared = /^#+run(=|%)/i.test(location.hash) || sessionStorage.getItem(waitingKey()) !== null;
  if (box && !isShared && record.page === page && record.id === id) {
    const said = new Map(record.entries.map(([key, value]) => [key, value]));
    paintValues(document, {
      values: readValues(box.dataset.values ?? ''),
      saidOf: (name) => said.get(`field/value.${name}`) ?? '',
      isLooked: hasLooked(record),
    });
  }
} catch {
  // The values are painted when the scripts come.
}
