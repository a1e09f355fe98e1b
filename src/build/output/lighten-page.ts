import { partIslands, type Parted } from './island-runtime';
import { narrowPolicy } from './narrow-policy';
import { applyEdits, readElements } from './read-elements';

/** A lighter page: what draws its islands stands in a file, and its policy names what is left. `base`: the site's base path. */
export function lightenPage(html: string, base: string): { html: string; file?: Parted['file'] } {
  const elements = readElements(html, ['meta', 'script', 'style', 'astro-island']);
  const { edits, file } = partIslands(elements, base);
  const isLeft = ({ start, end }: { start: number; end: number }) =>
    !edits.some((edit) => edit.start <= start && end <= edit.end);
  return { html: applyEdits(html, [...edits, narrowPolicy(html, elements.filter(isLeft))]), file };
}
