import { $own } from '~/stores/run';
import { handleKeys } from './keyboard';

/** Starts what a checklist can wait for: its keys, and what paper needs once there is a run to print. */
export function startLate(root: HTMLElement): void {
  handleKeys(root);
  $own.subscribe((run) => {
    if (run) void import('./paper').then(({ readyPaper }) => readyPaper());
  });
}
