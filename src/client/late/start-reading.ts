import { followReader } from './follow-reader';
import { offerTree } from './page-tree';
import { startTabs } from './start-tabs';

/** Starts what helps to find one's way: the place in the contents, the tree of pages, tabs. */
export function startReading(): void {
  followReader();
  offerTree();
  startTabs();
}
