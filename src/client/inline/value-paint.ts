import type { RunRecord } from '~/core/run/record';
import { readValues } from '~/core/values/read-values';
import { hasLooked } from '~/client/values/looked';
import { paintValues } from '~/client/values/paint-values';
import type { SaidValues } from '~/client/values/said-values';
import { runKey, shownKey, waitingKey } from '~/stores/storage-keys';
import { whileParsing } from './while-parsing';

/*
 * Sent for by the head of a runbook whose kept run has values (value-wait.ts), and sets them before the first frame: as text, and into
 * code only what fits. Whatever it cannot read it leaves to what comes later.
 */

/** The values of the kept run; `undefined` before the box that declares them is there. */
function readKept(): SaidValues | undefined {
  const box = document.querySelector<HTMLElement>('[data-values]');
  if (box === null) return undefined;
  const page = document.documentElement.dataset.runs ?? '';
  const id = localStorage.getItem(shownKey(page)) ?? '';
  const record: RunRecord = JSON.parse(localStorage.getItem(runKey(page, id)) ?? '{}');
  const isShared = /^#+run(=|%)/i.test(location.hash) || sessionStorage.getItem(waitingKey()) !== null;
  const isKept = !isShared && record.page === page && record.id === id;
  const said = new Map(isKept ? record.entries.map(([key, value]) => [key, value]) : []);
  return {
    values: isKept ? readValues(box.dataset.values ?? '') : [],
    saidOf: (name) => said.get(`field/value.${name}`) ?? '',
    isLooked: hasLooked(record),
  };
}

let kept: SaidValues | undefined;

whileParsing(() => {
  kept ??= readKept();
  if (kept && kept.values.length > 0) paintValues(document, kept);
});
