import { followReader } from './follow-reader';
import { nameWays } from './name-ways';
import { offerTree } from './page-tree';
import { startTabs } from './start-tabs';

/** Starts what helps to find one's way: the place in the contents, the names of the ways to guides, the tree of pages, tabs. */
export function startReading(): void {
  followReader();
  nameWays();
  offerTree();
  startTabs();
}
