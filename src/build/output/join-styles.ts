import { hashOf } from './hash-of';
import type { Edit, FoundElement } from './read-elements';

/** The changes that make one element of two styles, and its text, with the hashes by which the policy knew its parts. */
export interface Joined {
  edits: Edit[];
  joined?: { inner: string; parts: string[] };
}

/** A style that the site itself writes: all of it lies in layers. An author's look does not, and stays an element of its own. */
const isLayered = ({ name, attributes, inner }: FoundElement): boolean =>
  name === 'style' && Object.keys(attributes).length === 0 && inner.startsWith('@layer ');

/**
 * Joins the styles of a page alone, which stand first and say the order of the layers, with those of all pages: a second element costs
 * a hash in the policy, which cannot be compressed. What lies outside of layers wins over both, wherever it stands between them.
 */
export function joinStyles(elements: readonly FoundElement[]): Joined {
  const [own, shared, ...others] = elements.filter(isLayered);
  if (own === undefined || shared === undefined || others.length > 0) return { edits: [] };
  const inner = own.inner + shared.inner;
  return {
    edits: [
      { start: own.start, end: own.end, text: '' },
      { start: shared.start, end: shared.end, text: `<style>${inner}</style>` },
    ],
    joined: { inner, parts: [hashOf(own.inner), hashOf(shared.inner)] },
  };
}
