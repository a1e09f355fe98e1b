import { prefix, runPrefix } from '~/stores/storage-keys';

/* Stands in the head of a guide: where this browser keeps runs, the first frame waits until the guide says which it is read for. */

try {
  if (sessionStorage.getItem(`${prefix}from`) || Object.keys(localStorage).some((key) => key.startsWith(runPrefix)))
    document.write('<link rel=expect href=#ui:painted blocking=render>');
} catch {
  // Storage is forbidden: there is no run to wait for.
}
