import { followReader } from './follow-reader';
import { nameWays } from './name-ways';
import { offerTree } from './page-tree';

/** Starts what helps to find one's way: the place in the contents, the names of the ways to guides, the tree of pages. */
export function startReading(): void {
  followReader();
  nameWays();
  offerTree();
}
