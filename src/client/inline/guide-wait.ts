import { prefix, runPrefix } from '~/stores/storage-keys';
import { sendFor } from './send-for';

/* Stands in the head of a guide: only where this browser keeps runs is the script sent for that says which one the guide is read for. */

try {
  const isFrom = sessionStorage.getItem(`${prefix}from`) !== null || /[?&]from=/.test(location.search);
  if (isFrom || Object.keys(localStorage).some((key) => key.startsWith(runPrefix))) sendFor(document.currentScript);
} catch {
  // Storage is forbidden: there is no run to read it for.
}
