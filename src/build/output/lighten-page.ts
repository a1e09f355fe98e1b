import { partIslands, type Parted } from './island-runtime';
import { joinStyles } from './join-styles';
import { narrowPolicy } from './narrow-policy';
import { applyEdits, readElements } from './read-elements';

/**
 * A lighter page: what draws its islands stands in a file, its styles in one element, and its policy names what is
 * left. `base`: the site's base path.
 */
export function lightenPage(html: string, base: string): { text: string; script?: Parted['script'] } {
  const elements = readElements(html, ['meta', 'script', 'style', 'astro-island']);
  const { edits: parted, script } = partIslands(elements, base);
  const isLeft = ({ start, end }: { start: number; end: number }) =>
    !parted.some((edit) => edit.start <= start && end <= edit.end);
  const left = elements.filter(isLeft);
  const { edits: brought, joined } = joinStyles(left);
  return { text: applyEdits(html, [...parted, ...brought, narrowPolicy(html, left, joined)]), script };
}
