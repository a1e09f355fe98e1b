import { runKey, shownKey } from '~/stores/storage-keys';
import { sendFor } from './send-for';

/*
 * Stands in the head of a runbook that has values: only where the kept run says something of one is the script sent for that paints it
 * (value-paint.ts).
 */

try {
  const { runs = '' } = document.documentElement.dataset;
  const kept = localStorage.getItem(runKey(runs, localStorage.getItem(shownKey(runs)) ?? ''));
  if (kept?.includes('"field/value.')) sendFor();
} catch {
  // Storage is forbidden: there is no run to paint.
}
