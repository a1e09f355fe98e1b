import { scriptFile } from './script-file';
import type { Edit, FoundElement } from './read-elements';

/** The style that Astro writes for its islands; src/styles/base.css has it, so that the policy of a page needs no hash for it. */
const display = 'astro-island,astro-slot,astro-static-slot{display:contents}';

/** The changes that part from a page the runtime of its islands, and the runtime, in a file of its own. */
export interface Parted {
  edits: Edit[];
  script?: { name: string; code: string };
}

/** The two scripts in which Astro says what "idle" means, and defines the element that draws an island: one right after the other. */
function findRuntime(elements: readonly FoundElement[]): [idle: FoundElement, island: FoundElement] | undefined {
  const plain = elements.filter(({ name, attributes }) => name === 'script' && Object.keys(attributes).length === 0);
  for (const [i, idle] of plain.entries()) {
    const island = plain[i + 1];
    if (island?.start !== idle.end || !idle.inner.includes('"astro:idle"')) continue;
    if (island.inner.includes('"astro-island"')) return [idle, island];
  }
  return undefined;
}

/**
 * Parts from a page what draws its islands once it is idle: a kilobyte and a half, the same on every page, that nothing before the first
 * tick needs. `elements`: its scripts, styles and islands; `base`: the site's base path, with its slash. A page without islands that wait
 * stays as it is. Throws where Astro writes the runtime in another way than it does today.
 */
export function partIslands(elements: readonly FoundElement[], base: string): Parted {
  if (!elements.some(({ name, attributes }) => name === 'astro-island' && attributes.client === 'idle')) {
    return { edits: [] };
  }
  const runtime = findRuntime(elements);
  if (runtime === undefined) {
    throw new Error(
      'The scripts that draw islands are not where they were. Does this version of Astro write them otherwise?',
    );
  }
  const [idle, island] = runtime;
  const code = idle.inner + island.inner;
  const name = scriptFile('island', code);
  const styles = elements.filter((one) => one.name === 'style' && one.inner === display && one.end <= idle.start);
  return {
    edits: [
      ...styles.map(({ start, end }) => ({ start, end, text: '' })),
      { start: idle.start, end: island.end, text: `<script defer src="${base}${name}"></script>` },
    ],
    script: { name, code },
  };
}
