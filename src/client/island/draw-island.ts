import { h, hydrate, render, type ComponentType } from 'preact';

/** Astro's word for when an island is drawn: "only" where the server has drawn nothing. */
interface Options {
  client: string;
}

/** Draws an island of a page, as Astro's runtime asks for it: components of this site have no slots. */
const drawIsland =
  (element: HTMLElement) =>
  (Component: ComponentType, props: object, _slots: object, { client }: Options): void => {
    if (!element.hasAttribute('ssr')) return;
    const island = h(Component, props);
    if (client !== 'only') return hydrate(island, element);
    // Clears the earlier content.
    element.replaceChildren();
    render(island, element);
  };

export default drawIsland;
