import { render, type ComponentChildren } from 'preact';
import { useLayoutEffect } from 'preact/hooks';

interface Props {
  /** The id of the element that the children are drawn into. */
  id: string;
  children: ComponentChildren;
}

/** Draws its children into another place of the page than the island that they belong to. */
export default function Elsewhere({ id, children }: Props) {
  const draw = (drawn: ComponentChildren) => {
    const host = document.getElementById(id);
    if (host) render(drawn, host);
  };
  useLayoutEffect(() => draw(children));
  useLayoutEffect(() => () => draw(null), []);
  return null;
}
